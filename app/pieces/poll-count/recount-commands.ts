import type { PollShown, UnitResult } from '#server/polls/contract.ts'
import { severalSeats } from '#server/polls/words.ts'

/** A vote that was counted, and its file of papers. */
export type Recounted = Pick<PollShown, 'kind'> &
  Pick<UnitResult, 'roll' | 'counted'> & {
    rules: Pick<PollShown['rules'], 'quorum' | 'majority' | 'seats' | 'tie'>
    file: string
  }

/** What to type beside the downloaded file, so that the platform's own count and the independent one give what was published. */
export function recountCommands({ kind, rules, roll, counted, file }: Recounted): {
  ours: string
  independent: string
} {
  const method = kind === 'dots' ? 'score' : kind
  const seed = counted && 'rules' in counted ? counted.rules['seed'] : undefined
  const isFavour = kind === 'favour'
  const shares = kind === 'equal-shares' ? ['--completion add1 --utility cost'] : []
  const options = [
    ...(severalSeats.includes(kind) ? [`--seats ${rules.seats}`] : []),
    ...(rules.tie === 'lot' || rules.tie === 'shared' ? [`--tie ${rules.tie}`] : []),
    ...(seed ? [`--seed ${seed}`] : []),
    ...(isFavour ? [`--majority ${rules.majority}`] : []),
    `--roll ${roll}`,
    ...(rules.quorum > 0 ? [`--quorum ${rules.quorum}`] : []),
  ]
  return {
    ours:
      kind === 'equal-shares'
        ? ['npx tavolo shares', file, ...shares, ...options].join(' ')
        : ['npx tavolo count', file, `--method ${method}`, ...options].join(' '),
    independent: ['python3 recount.py', file, `--method ${method}`, ...shares, ...options].join(' '),
  }
}
