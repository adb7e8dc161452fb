import { hasQuorum } from '../ballots/counting/index.ts'
import { Unreadable } from '../unreadable.ts'

/** How many could vote, and how many in a hundred of them must have. */
export type Quorum = { roll: number; quorum: number }

export const quorumOptions = { roll: { type: 'string' }, quorum: { type: 'string' } } as const

export function quorumOf(
  command: string,
  given: { roll?: string | undefined; quorum?: string | undefined },
): Quorum | undefined {
  const { roll, quorum = '0' } = given
  if (roll === undefined && given.quorum === undefined) return undefined
  if (roll === undefined || !/^\d{1,9}$/.test(roll))
    throw new Unreadable(command, '--roll is how many could vote, and a quorum needs it.')
  if (!/^\d{1,3}$/.test(quorum) || Number(quorum) > 100)
    throw new Unreadable(command, `--quorum is a percentage from 0 to 100, not "${quorum}".`)
  return { roll: Number(roll), quorum: Number(quorum) }
}

/** Without its quorum a vote decides nothing, whatever the figures: nobody won, and nothing is funded. */
export function underQuorum<Counted extends { rules: Record<string, string> }>(
  result: Counted,
  ballots: number,
  asked: Quorum | undefined,
  decided = 'counted',
): Counted & { outcome?: string } {
  if (asked === undefined) return decided === 'counted' ? result : { ...result, outcome: decided }
  const rules = { ...result.rules, quorum: `${asked.quorum}% of ${asked.roll}` }
  if (hasQuorum({ ballots, ...asked })) return { ...result, rules, outcome: decided }
  const nothing = {
    ...('winners' in result ? { winners: [] } : {}),
    ...('funded' in result ? { funded: [] } : {}),
  }
  return { ...result, ...nothing, rules, outcome: 'no-quorum' }
}
