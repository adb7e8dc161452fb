import type { Trx } from '#db/database.ts'
import type { Act } from '../command.ts'
import type { Announcement } from '../events.ts'
import { keepPolled } from '../proposals/index.ts'
import type { PollResult, UnitResult } from './contract.ts'
import { countUnit } from './count-poll.ts'
import {
  countPollRoll,
  findLots,
  keepPollCancelled,
  keepPollClosed,
  keepPollOpened,
  keepSealed,
  type PollHeld,
} from './records.ts'
import { listPapers } from './list-papers.ts'
import { listReceipts, shuffleBox, shuffleRoll } from './records-box.ts'
import { sealOf } from './seal.ts'

/** Whoever turns a poll: an officer in an act of theirs, or nobody, because the date came. */
export type Turning = Pick<Act, 'trx' | 'inChain'> & { announce: (it: Announcement) => Promise<unknown> }

export async function turnPollOpen({ trx, announce, inChain }: Turning, poll: PollHeld, openedAt: Date) {
  await keepPollOpened(trx, poll, openedAt)
  const proposalId = decidedBy(poll)
  if (proposalId) await keepPolled(trx, proposalId, { from: 'published', to: 'voting' })
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
  if (counted) {
    await keepSealed(trx, poll.id, counted)
    const proposalId = decidedBy(poll)
    if (proposalId) await keepPolled(trx, proposalId, { from: 'voting', to: becomes(counted.result.units) })
  }
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

/** The proposal whose fate a poll decides: one that it is about, and whose answers are a yes or a no. */
function decidedBy({ kind, options, tier }: PollHeld): string | undefined {
  const decides = kind === 'favour' || kind === 'consent' || kind === 'consensus'
  return decides && tier !== 'external' ? options[0]?.proposalId : undefined
}

/** Where seats and people both vote, both must adopt it; where one had no quorum, nothing was decided. */
function becomes(units: readonly UnitResult[]): 'published' | 'approved' | 'not-approved' {
  if (units.some(({ outcome }) => outcome === 'no-quorum')) return 'published'
  return units.every(({ outcome }) => outcome === 'adopted') ? 'approved' : 'not-approved'
}

async function countPoll(trx: Trx, poll: PollHeld): Promise<{ result: PollResult; seal: string }> {
  if (poll.tier === 'confidential') {
    await shuffleBox(trx, poll.id)
    await shuffleRoll(trx, poll.id)
  }
  const lots = await findLots(trx, poll.id)
  const units: UnitResult[] = []
  const receipts: string[] = []
  for (const { unit, roll } of await countPollRoll(trx, poll.id)) {
    const papers = await listPapers(trx, poll, unit)
    const counted = countUnit(poll, unit, { papers, roll, value: lots[unit] ?? null })
    units.push(counted)
    if (poll.tier === 'confidential' && counted.shown === 'full')
      receipts.push(...(await listReceipts(trx, poll.id, unit)))
  }
  const result = { units, receipts: receipts.toSorted() }
  return { result, seal: sealOf(poll.definitionHash, result) }
}
