import {
  count,
  countAssent,
  countGreedy,
  countKnapsack,
  countShares,
  hasQuorum,
  outcomeOfAssent,
} from '../ballots/counting/index.ts'
import { sha256 } from '../canonical.ts'
import type { Unit } from '../ballots/words.ts'
import { budgetOf, electionOf, type Counted, type PollCounted } from './as-election.ts'
import type { Outcome, Paper, UnitResult } from './contract.ts'
import { seedOf } from './lots.ts'
import { papersText } from './papers-text.ts'
import { guardBelow } from './words.ts'

/** The result of one unit, guarded: what few or equal papers would tell of single voters is left out before it is kept. */
export function countUnit(
  poll: PollCounted,
  unit: Unit,
  cast: { papers: readonly Counted[]; roll: number; value: string | null },
): UnitResult {
  const { papers, roll, value } = cast
  const ballots = papers.length
  const all = papers.map(({ paper }) => paper)
  const text = papersText(poll, all)
  const seed = value === null ? null : seedOf(value, text)
  const { counted, winners, outcome: found } = countAll(poll, all, { seed: seed ?? '', roll })
  const isEnough = hasQuorum({ ballots, roll, quorum: poll.rules.quorum })
  const outcome: Outcome = isEnough ? found : 'no-quorum'
  const shown = poll.tier === 'confidential' ? guardOn(unit, all) : 'full'
  const decided = {
    unit,
    roll,
    outcome,
    // Without a quorum nothing was chosen, whatever the figures beside.
    winners: isEnough ? winners : [],
  }
  if (shown !== 'full') return guarded(decided, shown)
  return {
    ...decided,
    ballots,
    shown,
    counted,
    reasons: papers.flatMap(({ paper, reason }) =>
      reason === '' ? [] : [{ answer: 'choice' in paper ? paper.choice : null, reason }],
    ),
    papersHash: sha256(text),
    lot: seed === null ? null : { value, seed },
  }
}

/** A yes or no may be told of few; what they chose among several may not: of one voter it would be the paper. */
function guarded(
  decided: Pick<UnitResult, 'unit' | 'roll' | 'outcome' | 'winners'>,
  shown: 'nearly-all' | 'too-few',
): UnitResult {
  const isUntold = shown === 'too-few' && decided.outcome === 'counted'
  return {
    ...decided,
    ...(isUntold ? { outcome: 'not-told', winners: [] } : {}),
    ballots: null,
    shown,
    counted: null,
    reasons: [],
    papersHash: null,
    lot: null,
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

function countAll(
  poll: PollCounted,
  papers: readonly Paper[],
  { seed, roll }: { seed: string; roll: number },
): Pick<UnitResult, 'counted' | 'winners' | 'outcome'> {
  const outcome = 'counted'
  const { kind, rules, options } = poll
  const tie = rules.tie === 'lot' ? 'lot' : 'shared'
  switch (kind) {
    case 'favour':
    case 'consent':
    case 'consensus':
    case 'gradients': {
      const counted = countAssent(kind, answersOn(papers))
      const found = outcomeOfAssent(kind, counted, { majority: rules.majority, roll })
      return { counted, winners: [], outcome: found }
    }
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
      return { counted, winners: counted.funded.map((id) => options[Number(id) - 1]?.title ?? ''), outcome }
    }
    case 'dots': {
      const counted = {
        ...count('score', electionOf(poll, papers), { seats: rules.seats, tie, seed }),
        method: 'dots',
      }
      return { counted, winners: counted.winners, outcome }
    }
    case 'approval':
    case 'score':
    case 'schulze':
    case 'irv':
    case 'stv-scottish':
    case 'stv-meek': {
      const counted = count(kind, electionOf(poll, papers), { seats: rules.seats, tie, seed })
      return { counted, winners: counted.winners, outcome }
    }
  }
}

function answersOn(papers: readonly Paper[]) {
  return papers.flatMap((paper) => ('choice' in paper ? [{ answer: paper.choice, weight: 1 }] : []))
}
