import type { Unit } from '../ballots/words.ts'
import { insist, Refusal, refuseField, type Verdict } from '../refusal.ts'
import type { CastPaper, ComposePoll, Option, Paper, PollResult, PollRules } from './contract.ts'
import { answersOf, familyOf, mostProxies, needsReason, severalSeats, tieRuleOf } from './words.ts'
import type { Kind, Tier } from './words.ts'

/** The table's chair or its secretary. */
export function mayLeadPoll(powers: { offices: readonly string[] }): Verdict {
  const leads = powers.offices.includes('chair') || powers.offices.includes('secretary')
  return leads ? true : new Refusal('forbidden', 'only-for-officers')
}

/** Seats are public; the names of all who are registered are for nobody, unless the vote cannot be held without them. */
export function mayTakeRoll(poll: { tier: Tier }, unit: Unit): Verdict {
  return unit === 'seat' || poll.tier === 'external' ? true : new Refusal('forbidden', 'voting-here')
}

/** The tier of secrecy is the word of two officers, never of one alone. */
export function mayConfirmTier(
  poll: { createdBy: string; tierConfirmedBy: string | null; state: string; closesAt: Date },
  actorId: string,
  now: Date,
): Verdict {
  if (poll.state !== 'planned') return new Refusal('conflict', 'poll-not-planned')
  if (now >= poll.closesAt) return new Refusal('conflict', 'voting-closed')
  if (poll.tierConfirmedBy) return new Refusal('conflict', 'tier-already-confirmed')
  return poll.createdBy === actorId ? new Refusal('forbidden', 'tier-needs-another') : true
}

export function mayOpenPoll(
  poll: { state: string; tierConfirmedBy: string | null; closesAt: Date },
  now: Date,
): Verdict {
  if (poll.state !== 'planned') return new Refusal('conflict', 'poll-not-planned')
  if (!poll.tierConfirmedBy) return new Refusal('conflict', 'tier-not-confirmed')
  return now < poll.closesAt ? true : new Refusal('conflict', 'voting-closed')
}

type Titled = { id: string; title: string }

/** What a composed poll says, made whole: each kind has its own rules, and what it has no use for is left out. */
export function composed(
  asked: ComposePoll,
  proposals: readonly Titled[],
): { options: Option[]; rules: PollRules } {
  const family = familyOf(asked.kind)
  const isBudget = family === 'budget'
  const written = asked.option.flatMap((title, index): Option[] =>
    title === undefined ? [] : [{ title, cost: isBudget ? (asked.cost[index] ?? null) : null }],
  )
  const options = [...written, ...proposalsChosen(asked, proposals, isBudget)]
  if (family === 'assent') {
    if (written.length > 0) throw refuseField('option', 'no-options-here')
    if (options.length > 1) throw refuseField('proposal', 'one-proposal-here')
  } else {
    if (options.length < 2) throw refuseField('option', 'two-options-needed')
    if (options.length > 20) throw refuseField('option', 'too-many-options')
    if (new Set(options.map(({ title }) => title)).size < options.length)
      throw refuseField('option', 'options-alike')
  }
  const seats = severalSeats.includes(asked.kind) ? (asked.seats ?? 1) : 1
  if (family !== 'assent' && seats >= options.length) throw refuseField('seats', 'more-seats-than-options')
  const budget = family === 'budget' ? asked.budget : 0
  if (budget === undefined) throw refuseField('budget', 'needed')
  if (family === 'budget') {
    if (options.some(({ cost }) => cost === null)) throw refuseField('cost', 'needed')
    if (options.some(({ cost }) => (cost ?? 0) > budget)) throw refuseField('cost', 'costs-more-than-budget')
  }
  if (asked.tier === 'external' && !asked.externalAddress) throw refuseField('externalAddress', 'needed')
  return {
    options,
    rules: {
      quorum: asked.quorum,
      majority: asked.majority ?? 'simple',
      seats,
      points: family === 'points' ? Math.min(asked.points ?? 5, asked.kind === 'score' ? 10 : 50) : 0,
      budget,
      tie: tieRuleOf(asked.kind, asked.tie),
      reasonRequired: asked.reasonRequired === 'yes',
    },
  }
}

function proposalsChosen(asked: ComposePoll, found: readonly Titled[], isBudget: boolean): Option[] {
  return asked.proposal.flatMap((proposalId, index): Option[] => {
    const cost = isBudget ? (asked.proposalCost[index] ?? null) : null
    if (isBudget && cost === null) return []
    const proposal = found.find(({ id }) => id === proposalId)
    if (!proposal) throw refuseField('proposal', 'not-in-list')
    return [{ title: proposal.title, cost, proposalId }]
  })
}

type Asked = { kind: Kind; options: readonly Option[]; rules: PollRules; paper: CastPaper }

/** The paper that was filled in, or the refusal that says what is wrong with it: none is ever kept spoilt. */
export function checkedPaper(asked: Asked): Paper {
  const paper = paperOf(asked)
  const { reason, choice } = asked.paper
  const mustSayWhy = asked.rules.reasonRequired || (choice !== undefined && needsReason.includes(choice))
  if (mustSayWhy && !reason) throw refuseField('reason', 'reason-needed')
  return paper
}

function paperOf({ kind, options, rules, paper }: Asked): Paper {
  const { choice, chosen, points, ranks } = paper
  switch (familyOf(kind)) {
    case 'assent': {
      const answers: readonly string[] = answersOf[kind as keyof typeof answersOf]
      if (choice === undefined) throw refuseField('choice', 'needed')
      if (!answers.includes(choice)) throw refuseField('choice', 'not-in-list')
      onlyHas(paper, 'choice')
      return { choice }
    }
    case 'approve':
    case 'budget': {
      onlyHas(paper, 'chosen')
      insist(mayChoose(chosen, options))
      const spent = chosen.reduce((sum, option) => sum + (options[option]?.cost ?? 0), 0)
      if (kind === 'knapsack' && spent > rules.budget)
        throw refuseField('chosen', 'over-budget', { spent, budget: rules.budget })
      return { chosen: chosen.toSorted((a, b) => a - b) }
    }
    case 'points': {
      onlyHas(paper, 'points')
      if (points.length !== options.length) throw refuseField('points', 'not-valid')
      const given = points.map((each) => each ?? null)
      const sum = given.reduce((total: number, each) => total + (each ?? 0), 0)
      if (kind === 'dots' && sum > rules.points)
        throw refuseField('points', 'too-many-dots', { most: rules.points })
      if (kind === 'score' && given.some((each) => (each ?? 0) > rules.points))
        throw refuseField('points', 'too-big', { most: rules.points })
      if (given.every((each) => each === null)) throw refuseField('points', 'paper-blank')
      return { points: given }
    }
    case 'ranks': {
      onlyHas(paper, 'ranks')
      if (ranks.length !== options.length) throw refuseField('ranks', 'not-valid')
      return {
        ranks: checkedRanks(
          kind,
          ranks.map((each) => each ?? null),
        ),
      }
    }
  }
}

function onlyHas(paper: CastPaper, part: 'choice' | 'chosen' | 'points' | 'ranks') {
  const { choice, chosen, points, ranks } = paper
  const has = {
    choice: choice !== undefined,
    chosen: chosen.length > 0,
    points: points.length > 0,
    ranks: ranks.length > 0,
  }
  for (const [name, isThere] of Object.entries(has))
    if (isThere && name !== part) throw refuseField(name, 'unknown-field')
}

function mayChoose(chosen: readonly number[], options: readonly Option[]): Verdict {
  if (chosen.length === 0) return refuseField('chosen', 'paper-blank')
  if (new Set(chosen).size < chosen.length) return refuseField('chosen', 'not-valid')
  return chosen.every((option) => option < options.length) ? true : refuseField('chosen', 'not-in-list')
}

/** From 1 on without a gap, so that no rule for gaps is needed; equal places only where the count has a meaning for them. */
function checkedRanks(kind: Kind, ranks: readonly (number | null)[]): (number | null)[] {
  const used = ranks.filter((rank) => rank !== null)
  if (used.length === 0) throw refuseField('ranks', 'paper-blank')
  const places = new Set(used)
  if (kind !== 'schulze' && places.size < used.length) throw refuseField('ranks', 'ranks-alike')
  if (Math.max(...used) !== places.size) throw refuseField('ranks', 'ranks-with-gap')
  return [...ranks]
}

type ProxyFacts = {
  tier: Tier
  isGiverOnRoll: boolean
  isHolderOnRoll: boolean
  hasGiverVoted: boolean
  giverHolds: number
  holderHolds: number
  hasHolderGiven: boolean
}

/** One hop, at most two for a holder, within one roll, and only as long as nobody has voted for the giver. */
export function mayGiveProxy(facts: ProxyFacts): Verdict {
  if (facts.tier === 'external') return new Refusal('conflict', 'voting-elsewhere')
  if (!facts.isGiverOnRoll) return new Refusal('forbidden', 'not-on-roll')
  if (!facts.isHolderOnRoll) return refuseField('holderId', 'not-on-roll')
  if (facts.hasGiverVoted) return new Refusal('conflict', 'already-voted')
  if (facts.giverHolds > 0) return new Refusal('conflict', 'proxy-holder-cannot-give')
  if (facts.hasHolderGiven) return refuseField('holderId', 'proxy-one-hop')
  return facts.holderHolds < mostProxies ? true : refuseField('holderId', 'proxy-too-many')
}

/** Whether what is kept of a poll is a count made here, and not what was told of a vote held elsewhere. */
export function isCounted(result: unknown): result is PollResult {
  return typeof result === 'object' && result !== null && 'units' in result
}

export function isExternal(
  result: unknown,
): result is { external: { outcome: string; proofAddress: string } } {
  return typeof result === 'object' && result !== null && 'external' in result
}
