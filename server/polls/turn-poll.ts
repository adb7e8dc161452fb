import type { Trx } from '#db/database.ts'
import type { Unit } from '../ballots/words.ts'
import type { Act } from '../command.ts'
import type { Announcement } from '../events.ts'
import type { PollResult } from './contract.ts'
import { countUnit, type Counted } from './count-poll.ts'
import { sha256 } from './definition.ts'
import {
  countPollRoll,
  keepPollCancelled,
  keepPollClosed,
  keepPollOpened,
  keepSealed,
  type PollHeld,
} from './records.ts'
import { listPapers } from './list-papers.ts'
import { listReceipts, shuffleBox, shuffleRoll } from './records-box.ts'

/** Whoever turns a poll: an officer in an act of theirs, or nobody, because the date came. */
export type Turning = Pick<Act, 'trx' | 'inChain'> & { announce: (it: Announcement) => Promise<unknown> }

export async function turnPollOpen({ trx, announce, inChain }: Turning, poll: PollHeld, openedAt: Date) {
  await keepPollOpened(trx, poll, openedAt)
  await announce({ streamId: poll.consultationId, name: 'poll-opened', about: poll.id })
  const rolls = await countPollRoll(trx, poll.id)
  inChain({
    act: 'poll-opened',
    about: poll.id,
    consultationId: poll.consultationId,
    content: {
      definitionHash: poll.definitionHash,
      ...Object.fromEntries(rolls.map(({ unit, roll }) => [`${unit}sOnRoll`, roll])),
    },
  })
}

/** Counts once, for ever, and seals: the poll is held, so nothing is being cast, and nothing can be cast after. */
export async function turnPollClosed({ trx, announce, inChain }: Turning, poll: PollHeld, closedAt: Date) {
  // First: the box is opened to nobody before.
  await keepPollClosed(trx, poll.id, closedAt)
  const counted = poll.tier === 'external' ? null : await countPoll(trx, poll)
  if (counted) await keepSealed(trx, poll.id, counted)
  await announce({
    streamId: poll.consultationId,
    name: 'poll-closed',
    about: poll.id,
    body: { seal: counted?.seal ?? null },
  })
  inChain({
    act: 'poll-closed',
    about: poll.id,
    consultationId: poll.consultationId,
    content: { definitionHash: poll.definitionHash, seal: counted?.seal ?? null },
  })
}

/** Its last day came and nobody had confirmed the tier. */
export async function turnPollLapsed({ trx, announce, inChain }: Turning, poll: PollHeld, now: Date) {
  await keepPollCancelled(trx, poll.id, '', now)
  await announce({ streamId: poll.consultationId, name: 'poll-cancelled', about: poll.id })
  inChain({ act: 'poll-cancelled', about: poll.id, consultationId: poll.consultationId })
}

async function countPoll(trx: Trx, poll: PollHeld): Promise<{ result: PollResult; seal: string }> {
  if (poll.tier === 'confidential') {
    await shuffleBox(trx, poll.id)
    await shuffleRoll(trx, poll.id)
  }
  const rolls = await countPollRoll(trx, poll.id)
  const papers = new Map<Unit, Counted[]>()
  for (const { unit } of rolls) papers.set(unit, await listPapers(trx, poll, unit))
  const cast = sha256(`${poll.definitionHash}\n${JSON.stringify([...papers])}`)
  const result: PollResult = {
    // Nobody knows all papers before the close, so nobody can have chosen a lot that suits them.
    seed: cast,
    units: rolls.map(({ unit, roll }) =>
      countUnit(poll, unit, { papers: papers.get(unit) ?? [], roll, seed: cast }),
    ),
    receipts: poll.tier === 'confidential' ? await listReceipts(trx, poll.id) : [],
  }
  return { result, seal: sha256(`${cast}\n${JSON.stringify(result)}`) }
}
