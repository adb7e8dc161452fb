import type { Election, RankRule } from './election.ts'
import { countInstantRunoff } from './instant-runoff.ts'
import { countMeek } from './meek-stv.ts'
import { countApproval, countPlurality, countScore } from './plain-counts.ts'
import type { Result } from './result.ts'
import { countSchulze } from './schulze.ts'
import { countScottish, scottishRankRules } from './scottish-stv.ts'
import type { TieChoice } from './ties.ts'

export const methods = [
  'plurality',
  'approval',
  'score',
  'schulze',
  'irv',
  'stv-scottish',
  'stv-meek',
] as const
export type Method = (typeof methods)[number]

/** What a count may be asked; each method has its own rules where nothing is said. */
export type Choices = {
  seats?: number | undefined
  tie?: TieChoice | undefined
  seed?: string | undefined
  overvote?: RankRule | undefined
  skipped?: RankRule | undefined
}

/** Methods that choose one, whatever number of seats a file names. */
export const forOneWinner: ReadonlySet<Method> = new Set(['schulze', 'irv'])

export function count(method: Method, election: Election, choices: Choices = {}): Result {
  const result = countBy(method, election, choices)
  if (election.withdrawn.length === 0) return result
  return { ...result, rules: { ...result.rules, withdrawn: 'as-if-absent' } }
}

function countBy(method: Method, election: Election, choices: Choices): Result {
  const seats = forOneWinner.has(method) ? 1 : (choices.seats ?? election.seats ?? 1)
  const { tie = 'shared', seed = '' } = choices
  const plain = { seats, tie, seed }
  const { overvote = 'exhausts', skipped = 'passed-over' } = choices
  switch (method) {
    case 'plurality':
      return countPlurality(election, plain)
    case 'approval':
      return countApproval(election, plain)
    case 'score':
      return countScore(election, plain)
    case 'schulze':
      return countSchulze(election, plain)
    case 'irv':
      return countInstantRunoff(election, { overvote, skipped, seed })
    case 'stv-scottish':
      return countScottish(election, {
        overvote: choices.overvote ?? scottishRankRules.overvote,
        skipped: choices.skipped ?? scottishRankRules.skipped,
        seats,
        seed,
      })
    case 'stv-meek':
      return countMeek(election, { overvote, skipped, seats, seed })
  }
}
