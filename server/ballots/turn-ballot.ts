import type { Act } from '../command.ts'
import type { Announcement } from '../events.ts'
import { keepDecided } from '../proposals/index.ts'
import { countRoll, countVotes, keepClosed, keepOpened, type BallotHeld } from './records.ts'
import { outcomeOf } from './rules.ts'

/** Whoever turns a ballot: the chair in an act of theirs, or nobody, because the date came. */
export type Turning = Pick<Act, 'trx' | 'inChain'> & { announce: (it: Announcement) => Promise<unknown> }

/** The roll is frozen as it was at the moment of opening, however late this runs. */
export async function turnOpen({ trx, announce, inChain }: Turning, ballot: BallotHeld, openedAt: Date) {
  await keepOpened(trx, ballot, openedAt)
  await keepDecided(trx, ballot.proposalId, 'voting')
  await announce({
    streamId: ballot.consultationId,
    name: 'ballot-opened',
    about: ballot.id,
    body: { proposalId: ballot.proposalId },
  })
  if (ballot.roomId) await announce({ streamId: ballot.roomId, name: 'vote-opened', about: ballot.id })
  inChain({ act: 'ballot-opened', about: ballot.id, consultationId: ballot.consultationId })
}

/** Counts once, for ever: the ballot is held, so nothing is being cast, and nothing can be cast after. */
export async function turnClosed({ trx, announce, inChain }: Turning, ballot: BallotHeld, closedAt: Date) {
  const tallies = await countVotes(trx, ballot.id)
  const outcome = outcomeOf({
    tally: tallies.seat,
    roll: await countRoll(trx, ballot.id),
    quorumPercent: ballot.quorum,
    majority: ballot.majority,
  })
  await keepClosed(trx, ballot.id, { closedAt, outcome, seats: tallies.seat, persons: tallies.person })
  await keepDecided(trx, ballot.proposalId, outcome === 'approved' ? 'approved' : 'not-approved')
  await announce({
    streamId: ballot.consultationId,
    name: 'ballot-closed',
    about: ballot.id,
    body: { proposalId: ballot.proposalId, outcome },
  })
  // The room of the meeting that voted is told by another name, so that nobody is notified twice.
  if (ballot.roomId)
    await announce({ streamId: ballot.roomId, name: 'vote-closed', about: ballot.id, body: { outcome } })
  const { seat, person } = tallies
  inChain({
    act: 'ballot-closed',
    about: ballot.id,
    consultationId: ballot.consultationId,
    content: {
      outcome,
      seats: `${seat.for}/${seat.against}/${seat.abstain}`,
      persons: `${person.for}/${person.against}/${person.abstain}`,
    },
  })
  return outcome
}
