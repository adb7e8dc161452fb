import { answersOf } from '../../polls/words.ts'
import { outcomeOf } from '../rules.ts'
import type { Majority } from '../words.ts'
import type { Answers } from './reading/answers.ts'

export type AssentKind = keyof typeof answersOf
export const assentKinds = Object.keys(answersOf) as AssentKind[]

export type AssentResult = {
  method: 'assent'
  ballots: number
  tally: { answer: string; votes: number }[]
  /** Half of the papers are at this answer or before it; only for gradients. */
  median: string | null
}

/** How often the question itself was answered in each way. */
export function countAssent(kind: AssentKind, answers: Answers): AssentResult {
  const tally = answersOf[kind].map((answer) => ({
    answer,
    votes: answers.reduce((sum, each) => (each.answer === answer ? sum + each.weight : sum), 0),
  }))
  const ballots = tally.reduce((sum, { votes }) => sum + votes, 0)
  let upTo = 0
  const median = tally.find(({ votes }) => (upTo += votes) * 2 >= ballots)
  return {
    method: 'assent',
    ballots,
    tally,
    median: kind === 'gradients' && ballots > 0 ? (median?.answer ?? null) : null,
  }
}

/** One objection, or one block, is enough; the gradients are read by people, and decide nothing by themselves. */
export function outcomeOfAssent(
  kind: AssentKind,
  { tally }: AssentResult,
  { majority, roll }: { majority: Majority; roll: number },
): 'adopted' | 'not-adopted' | 'counted' {
  const said = (answer: string) => tally.find((each) => each.answer === answer)?.votes ?? 0
  const isAdopted = {
    favour: () => {
      const figures = { for: said('for'), against: said('against'), abstain: said('abstain') }
      return outcomeOf({ tally: figures, roll, quorumPercent: 0, majority }) === 'approved'
    },
    consent: () => said('object') === 0 && said('agree') > 0,
    consensus: () => said('block') === 0 && said('agree') > 0,
  }
  if (kind === 'gradients') return 'counted'
  return isAdopted[kind]() ? 'adopted' : 'not-adopted'
}

/** Whether enough voted for anything to be decided: somebody, and so many in a hundred of the roll. */
export function hasQuorum({
  ballots,
  roll,
  quorum,
}: {
  ballots: number
  roll: number
  quorum: number
}): boolean {
  return roll > 0 && ballots > 0 && ballots * 100 >= roll * quorum
}
