import {
  count,
  countGreedy,
  countKnapsack,
  countShares,
  type Budget,
  type Election,
} from '../ballots/counting/index.ts'
import { outcomeOf } from '../ballots/index.ts'
import type { Unit } from '../ballots/words.ts'
import type { AssentResult, Option, Outcome, Paper, PollRules, UnitResult } from './contract.ts'
import { answersOf, familyOf, guardBelow, type Kind, type Tier } from './words.ts'

export type Counted = { paper: Paper; reason: string }
type Poll = { kind: Kind; title: string; options: readonly Option[]; rules: PollRules; tier: Tier }

/** Papers as an election of the counting engines; equal papers stay apart, so that the file given out holds each. */
export function electionOf(poll: Poll, papers: readonly Paper[]): Election {
  return {
    title: poll.title,
    candidates: poll.options.map(({ title }) => title),
    withdrawn: [],
    seats: poll.rules.seats,
    papers: papers.map((paper) => {
      if ('points' in paper) return { weight: 1, positions: [], points: paper.points }
      if ('ranks' in paper) return { weight: 1, positions: positionsOf(paper.ranks) }
      return { weight: 1, positions: 'chosen' in paper ? [...paper.chosen] : [] }
    }),
  }
}

function positionsOf(ranks: readonly (number | null)[]): (number | number[])[] {
  const places = [...new Set(ranks)].filter((rank) => rank !== null).toSorted((a, b) => a - b)
  return places.map((place) => {
    const here = ranks.flatMap((rank, option) => (rank === place ? [option] : []))
    return here.length === 1 ? (here[0] ?? here) : here
  })
}

export function budgetOf(poll: Poll, papers: readonly Paper[]): Budget {
  return {
    title: poll.title,
    budget: poll.rules.budget,
    unitsInCurrency: 1,
    projects: poll.options.map(({ title, cost }, index) => ({
      id: String(index + 1),
      name: title,
      cost: cost ?? 0,
    })),
    votes: papers.map((paper) => ('chosen' in paper ? paper.chosen : [])),
  }
}

/** The result of one unit, guarded: what few or equal papers would tell of single voters is left out before it is kept. */
export function countUnit(
  poll: Poll,
  unit: Unit,
  cast: { papers: readonly Counted[]; roll: number; seed: string },
): UnitResult {
  const { papers, roll, seed } = cast
  const ballots = papers.length
  const hasQuorum = roll > 0 && ballots > 0 && ballots >= Math.ceil((roll * poll.rules.quorum) / 100)
  const all = papers.map(({ paper }) => paper)
  const { counted, winners } = countAll(poll, all, seed)
  const outcome: Outcome = hasQuorum ? outcomeIn(poll, all, roll) : 'no-quorum'
  const shown = poll.tier === 'confidential' ? guardOn(unit, all) : 'full'
  return {
    unit,
    roll,
    ballots,
    outcome,
    // Without a quorum nothing was chosen, whatever the figures beside.
    winners: hasQuorum ? winners : [],
    shown,
    counted: shown === 'full' ? counted : null,
    reasons:
      shown === 'full'
        ? papers.flatMap(({ paper, reason }) =>
            reason === '' ? [] : [{ answer: 'choice' in paper ? paper.choice : null, reason }],
          )
        : [],
  }
}

function guardOn(unit: Unit, papers: readonly Paper[]): UnitResult['shown'] {
  if (papers.length < guardBelow[unit]) return 'too-few'
  return papers.length < guardBelow.nearlyAll && isAnyChoiceOfAll(papers) ? 'nearly-all' : 'full'
}

/** Whether all said yes to one and the same: a figure for it would tell how each voted, however the rest of the papers differ. */
function isAnyChoiceOfAll(papers: readonly Paper[]): boolean {
  const [first, ...rest] = papers.map(firstChoices)
  return (first ?? []).some((choice) => rest.every((choices) => choices.includes(choice)))
}

/** What a paper stands for before all else: its answer, all that it ticks, whoever it ranks first or gives most. */
function firstChoices(paper: Paper): readonly (string | number)[] {
  if ('choice' in paper) return [paper.choice]
  if ('chosen' in paper) return paper.chosen
  const figures = 'points' in paper ? paper.points : paper.ranks
  const best = ('points' in paper ? Math.max : Math.min)(...figures.filter((each) => each !== null))
  return figures.flatMap((each, option) => (each === best ? [option] : []))
}

function countAll(poll: Poll, papers: readonly Paper[], seed: string) {
  const { kind, rules, options } = poll
  switch (kind) {
    case 'favour':
    case 'consent':
    case 'consensus':
    case 'gradients':
      return { counted: countAnswers(kind, papers), winners: [] }
    case 'knapsack':
    case 'greedy':
    case 'equal-shares': {
      const budget = budgetOf(poll, papers)
      const counted =
        kind === 'knapsack'
          ? countKnapsack(budget)
          : kind === 'greedy'
            ? countGreedy(budget)
            : countShares(budget, { completion: 'add1', utility: 'cost' })
      return { counted, winners: counted.funded.map((id) => options[Number(id) - 1]?.title ?? '') }
    }
    case 'dots': {
      const counted = {
        ...count('score', electionOf(poll, papers), { seats: rules.seats, tie: rules.tie, seed }),
        method: 'dots',
      }
      return { counted, winners: counted.winners }
    }
    case 'approval':
    case 'score':
    case 'schulze':
    case 'irv':
    case 'stv-scottish':
    case 'stv-meek': {
      const counted = count(kind, electionOf(poll, papers), { seats: rules.seats, tie: rules.tie, seed })
      return { counted, winners: counted.winners }
    }
  }
}

function countAnswers(kind: keyof typeof answersOf, papers: readonly Paper[]): AssentResult {
  const tally = answersOf[kind].map((answer) => ({
    answer,
    votes: papers.filter((paper) => 'choice' in paper && paper.choice === answer).length,
  }))
  let upTo = 0
  const median = tally.find(({ votes }) => (upTo += votes) * 2 >= papers.length)
  return {
    method: 'assent',
    ballots: papers.length,
    tally,
    median: kind === 'gradients' && papers.length > 0 ? (median?.answer ?? null) : null,
  }
}

/** One objection, or one block, is enough; the gradients are read by people, and decide nothing by themselves. */
function outcomeIn({ kind, rules }: Poll, papers: readonly Paper[], roll: number): Outcome {
  if (familyOf(kind) !== 'assent' || kind === 'gradients') return 'counted'
  const said = (answer: string) =>
    papers.filter((paper) => 'choice' in paper && paper.choice === answer).length
  if (kind === 'consent') return said('object') === 0 && said('agree') > 0 ? 'adopted' : 'not-adopted'
  if (kind === 'consensus') return said('block') === 0 && said('agree') > 0 ? 'adopted' : 'not-adopted'
  const tally = { for: said('for'), against: said('against'), abstain: said('abstain') }
  const decided = outcomeOf({ tally, roll, quorumPercent: 0, majority: rules.majority })
  return decided === 'approved' ? 'adopted' : 'not-adopted'
}
