import type { Trx } from '#db/database.ts'
import type { Announcement } from '../events.ts'
import { keepDecided } from '../proposals/index.ts'
import { countRoll, countVotes, keepClosed, keepOpened, type BallotHeld } from './records.ts'
import { outcomeOf } from './rules.ts'

export type Announce = (announcement: Announcement) => Promise<unknown>

/** The roll is frozen as it was at the moment of opening, however late this runs. */
export async function turnOpen(trx: Trx, ballot: BallotHeld, openedAt: Date, announce: Announce) {
  await keepOpened(trx, ballot, openedAt)
  await keepDecided(trx, ballot.proposalId, 'voting')
  await announce({
    streamId: ballot.consultationId,
    name: 'ballot-opened',
    about: ballot.id,
    body: { proposalId: ballot.proposalId },
  })
  if (ballot.roomId) await announce({ streamId: ballot.roomId, name: 'vote-opened', about: ballot.id })
}

/** Counts once, for ever: the ballot is held, so nothing is being cast, and nothing can be cast after. */
export async function turnClosed(trx: Trx, ballot: BallotHeld, closedAt: Date, announce: Announce) {
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
  return outcome
}
