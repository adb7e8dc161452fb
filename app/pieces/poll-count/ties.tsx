import { useLingui } from '@lingui/react'
import type { UnitResult } from '#server/polls/contract.ts'

type Tie = Extract<NonNullable<UnitResult['counted']>, { pairwise?: unknown }>['ties'][number]

/** Who was level, and what told them apart. */
export function Ties({ ties }: { ties: readonly Tie[] }) {
  const { _ } = useLingui()
  return ties.map(({ round, about, between, chosen, rule }, n) => (
    <p key={n}>
      {_(about === 'order' ? `polls.tie-order.${rule}` : `polls.tie-broken.${rule}`, {
        round,
        between: between.join(' = '),
        chosen: chosen.join(', '),
      })}
    </p>
  ))
}
