import { listTrail } from '../audit/index.ts'
import { inSteps } from '../ballots/words.ts'
import { saidIn } from '../by-language.ts'
import { powersAt } from '../consultations/index.ts'
import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { ListPolls, OfPoll, type PollListed, type PollShown } from './contract.ts'
import { pollDefinition } from './definition.ts'
import { countPollRoll } from './records.ts'
import { listHolders, listProxies } from './records-proxies.ts'
import { findPollShown, listMyVotes, listNamedVotes, listPollsOf } from './records-reading.ts'
import { pollStateAt } from './poll-state.ts'
import { isCounted, isExternal, mayConfirmTier, mayLeadPoll, mayOpenPoll, mayTakeRoll } from './rules.ts'
import { sealedText } from './seal.ts'
import { withReceipt } from './with-receipt.ts'

/** A poll: its question and rules, what the reader may cast and has cast, how many voted, and once closed the result. */
export const showPoll = query(OfPoll, async ({ db, actor, now }, { pollId }): Promise<PollShown> => {
  const found = await findPollShown(db, actor, pollId)
  if (!found) throw new Refusal('unseen', 'poll')
  const { consultationId, consultationTitle, tableId, createdBy, tierConfirmedById, result, ...shown } = found
  const powers = await powersAt(db, actor, { tableId }, now)
  const leads = mayLeadPoll(powers) === true
  const state = pollStateAt({ ...found, tierConfirmedBy: tierConfirmedById }, now)
  const isPerson = actor.kind === 'person'
  const { definitionHash } = found
  const mine = isPerson && found.state !== 'planned' ? await listMyVotes(db, pollId, actor.id, now) : []
  const isOpen = found.state === 'open' && state === 'open'
  const givers = mine
    .filter(({ part, hasVoted }) => part !== 'proxy' && !hasVoted)
    .map(({ unit, electorId }) => ({ unit, giverId: electorId }))
  const rolls = await countPollRoll(db, pollId)
  const told = isCounted(result) ? result : null
  const turned = {
    state: found.state,
    tierConfirmedBy: tierConfirmedById,
    createdBy,
    closesAt: found.closesAt,
  }
  return {
    ...shown,
    state,
    consultation: { id: consultationId, title: saidIn(consultationTitle, actor.language) },
    turnout: rolls.map(({ unit, roll, voted }) => ({
      unit,
      roll,
      voted: told
        ? (told.units.find((each) => each.unit === unit)?.ballots ?? null)
        : found.tier === 'external'
          ? null
          : inSteps(voted),
    })),
    mine: mine.map((vote) => withReceipt(definitionHash, vote.unit, vote)),
    proxies: isPerson ? await listProxies(db, pollId, actor.id, now) : [],
    holders: isOpen && found.tier !== 'external' ? await listHolders(db, pollId, givers) : [],
    result: told,
    external: isExternal(result) ? result.external : null,
    seatVotes:
      found.state === 'closed' && found.tier === 'open'
        ? (await listNamedVotes(db, pollId, 'seat', { most: null })).map((vote) =>
            withReceipt(definitionHash, 'seat', vote),
          )
        : [],
    trail: await listTrail(db, pollId),
    may: {
      confirmTier: leads && isPerson && mayConfirmTier(turned, actor.id, now) === true,
      open: leads && mayOpenPoll(turned, now) === true,
      close: leads && found.state === 'open',
      takeRoll: rolls.map(({ unit }) => unit).filter((unit) => leads && mayTakeRoll(found, unit) === true),
      cancel: leads && found.state === 'planned',
      correct: leads && found.state === 'closed',
      recordOutcome: leads && found.state === 'closed' && found.tier === 'external' && result === null,
    },
  }
})

/** The exact text that the seal is the SHA-256 of: anyone may compute it again. */
export const showPollSealed = query(OfPoll, async ({ db, actor }, { pollId }) => {
  const found = await findPollShown(db, actor, pollId)
  if (!found) throw new Refusal('unseen', 'poll')
  const { definitionHash, result, seal } = found
  if (seal === null || !(isCounted(result) || isExternal(result)))
    throw new Refusal('forbidden', 'ballot-not-counted')
  return { sealed: sealedText(definitionHash, result), sha256: seal }
})

/** The exact text that the poll's SHA-256 commits to: anyone may compute it again. */
export const showPollDefinition = query(OfPoll, async ({ db, actor }, { pollId }) => {
  const found = await findPollShown(db, actor, pollId)
  if (!found) throw new Refusal('unseen', 'poll')
  return { definition: pollDefinition(found), sha256: found.definitionHash }
})

export const listPolls = query(
  ListPolls,
  async ({ db, actor, now }, { consultationId }): Promise<PollListed[]> => {
    const rows = await listPollsOf(db, actor, consultationId)
    return rows.map(({ opensAt, tierConfirmedBy, ...row }) => ({
      ...row,
      state: pollStateAt({ ...row, opensAt, tierConfirmedBy }, now),
    }))
  },
)
