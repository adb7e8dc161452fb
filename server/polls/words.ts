import type { BallotState, Unit } from '../ballots/words.ts'

/** `unconfirmed`: to be open by now, and waiting for the second officer. */
export type PollState = BallotState | 'unconfirmed'

/** By family: what a voter does with the paper decides its form, how it is checked, and in which format it is given out. */
export const kindsOf = {
  assent: ['favour', 'consent', 'consensus', 'gradients'],
  approve: ['approval'],
  points: ['score', 'dots'],
  ranks: ['schulze', 'irv', 'stv-scottish', 'stv-meek'],
  budget: ['knapsack', 'greedy', 'equal-shares'],
} as const
export type Family = keyof typeof kindsOf
export type Kind = (typeof kindsOf)[Family][number]

export const families = ['assent', 'approve', 'points', 'ranks', 'budget'] as const satisfies Family[]
export const kinds = families.flatMap((family): readonly Kind[] => kindsOf[family])

export function familyOf(kind: Kind): Family {
  const family = families.find((each) => (kindsOf[each] as readonly Kind[]).includes(kind))
  if (!family) throw new Error(`No family has ${kind}`)
  return family
}

/** What others count again, by family. */
const papersEnding = { assent: 'csv', approve: 'blt', points: 'csv', ranks: 'blt', budget: 'pb' } as const

/** What the file of a poll's papers is called where it is given out, and in the commands that count it again. */
export function papersFile({ id, kind }: { id: string; kind: Kind }, unit: Unit): string {
  return `poll-${id}-${unit}.${papersEnding[familyOf(kind)]}`
}

export const electorates = ['seats', 'persons', 'both'] as const
export type Electorate = (typeof electorates)[number]

/** What may be promised of secrecy. `external`: the vote is held elsewhere, and only its roll and result are here. */
export const tiers = ['open', 'confidential', 'external'] as const
export type Tier = (typeof tiers)[number]

/** What a voter may say where the question itself is answered, in the order of the paper. */
export const answersOf = {
  favour: ['for', 'against', 'abstain'],
  consent: ['agree', 'stand-aside', 'object'],
  consensus: ['agree', 'stand-aside', 'block'],
  // Sam Kaner's gradients of agreement, from whole-hearted endorsement to veto.
  gradients: ['step-1', 'step-2', 'step-3', 'step-4', 'step-5', 'step-6', 'step-7', 'step-8'],
} as const satisfies Record<(typeof kindsOf)['assent'][number], readonly string[]>

/** Answers that say no for everybody: never without a reason. */
export const needsReason: readonly string[] = ['object', 'block', 'step-8']

/** What may be chosen where the count leaves equals equal. */
export const ties = ['shared', 'lot'] as const
export type TieRule =
  | (typeof ties)[number]
  | 'earlier-round-then-lot'
  | 'votes-cost-list'
  | 'lower-cost-then-list'
  | 'does-not-pass'
  | 'none'

/** What becomes of equals: each count has its own rule, and only some leave a choice. */
export function tieRuleOf(kind: Kind, chosen: TieRule = 'shared'): TieRule {
  switch (kind) {
    case 'approval':
    case 'score':
    case 'dots':
    case 'schulze':
      return chosen
    case 'irv':
    case 'stv-scottish':
    case 'stv-meek':
      return 'earlier-round-then-lot'
    case 'greedy':
    case 'equal-shares':
      return 'votes-cost-list'
    case 'knapsack':
      return 'lower-cost-then-list'
    case 'favour':
      return 'does-not-pass'
    case 'consent':
    case 'consensus':
    case 'gradients':
      return 'none'
  }
}

export const drawsLots: readonly TieRule[] = ['lot', 'earlier-round-then-lot']

export function unitsOf(electors: Electorate): Unit[] {
  return electors === 'both' ? ['seat', 'person'] : [electors === 'seats' ? 'seat' : 'person']
}

export const severalSeats: readonly Kind[] = ['stv-scottish', 'stv-meek', 'approval', 'score', 'dots']

export const pollLimits = {
  title: 200,
  text: 4000,
  option: 160,
  options: 20,
  reason: 1000,
  score: 10,
  dots: 50,
  amount: 1_000_000_000,
  cancelReason: 500,
  outcome: 2000,
}

/** Below so many ballots only what was decided is told; below `nearlyAll`, one voice of all is told as nine tenths. */
export const guardBelow = { person: 10, seat: 7, nearlyAll: 20 } as const
export const mostProxies = 2

/** A box is shuffled when either is reached. */
export const shuffledEveryMinutes = 15
export const papersToShuffle = 20

/** Whoever has not voted is written to a day before the close, or in the last quarter of a shorter poll. */
export const remindedHoursBefore = 24
