import { listTrail } from '../audit/index.ts'
import { stateAt } from '../ballots/index.ts'
import { saidIn } from '../by-language.ts'
import { powersAt } from '../consultations/index.ts'
import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { ListPolls, OfPoll, type PollListed, type PollShown } from './contract.ts'
import { pollDefinition } from './definition.ts'
import { countPollRoll } from './records.ts'
import { listHolders, listProxies } from './records-proxies.ts'
import { findPollShown, listMyVotes, listNamedVotes, listPollsOf } from './records-reading.ts'
import { isCounted, isExternal, mayConfirmTier, mayLeadPoll, mayOpenPoll } from './rules.ts'
import { turnoutStep } from './words.ts'

/** A poll: its question and rules, what the reader may cast and has cast, how many voted, and once closed the result. */
export const showPoll = query(OfPoll, async ({ db, actor, now }, { pollId }): Promise<PollShown> => {
  const found = await findPollShown(db, actor, pollId)
  if (!found) throw new Refusal('unseen', 'poll')
  const { consultationId, consultationTitle, tableId, createdBy, tierConfirmedById, result, ...shown } = found
  const powers = await powersAt(db, actor, { tableId }, now)
  const leads = mayLeadPoll(powers) === true
  const state = stateAt(found, now)
  const isPerson = actor.kind === 'person'
  const mine = isPerson && found.state !== 'planned' ? await listMyVotes(db, pollId, actor.id, now) : []
  const isOpen = found.state === 'open' && state === 'open'
  const givers = mine
    .filter(({ part, hasVoted }) => part !== 'proxy' && !hasVoted)
    .map(({ unit, electorId }) => ({ unit, giverId: electorId }))
  const rolls = await countPollRoll(db, pollId)
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
      // One more or one less would tell, to whoever watches, that somebody has just voted.
      voted: found.state === 'open' ? Math.floor(voted / turnoutStep) * turnoutStep : voted,
    })),
    mine,
    proxies: isPerson ? await listProxies(db, pollId, actor.id, now) : [],
    holders: isOpen && found.tier !== 'external' ? await listHolders(db, pollId, givers) : [],
    result: isCounted(result) ? result : null,
    external: isExternal(result) ? result.external : null,
    votes: found.state === 'closed' && found.tier === 'open' ? await listNamedVotes(db, pollId) : [],
    trail: await listTrail(db, pollId),
    may: {
      confirmTier: leads && isPerson && mayConfirmTier(turned, actor.id) === true,
      open: leads && mayOpenPoll(turned, now) === true,
      close: leads && found.state === 'open',
      cancel: leads && found.state === 'planned',
      correct: leads && found.state === 'closed',
      recordOutcome: leads && found.state === 'closed' && found.tier === 'external' && result === null,
    },
  }
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
    return rows.map(({ opensAt, ...row }) => ({ ...row, state: stateAt({ ...row, opensAt }, now) }))
  },
)
