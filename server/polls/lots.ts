import { randomBytes } from 'node:crypto'
import { sha256 } from '../canonical.ts'
import type { Unit } from '../ballots/words.ts'
import { drawsLots, unitsOf, type Electorate, type Tier, type TieRule } from './words.ts'

export type Lots = Partial<Record<Unit, string>>

/** Before anybody votes: a value of chance for each unit whose count may come to a lot, and the hash that binds us to it. */
export function drawLots(poll: { electors: Electorate; tier: Tier; tie: TieRule }) {
  if (poll.tier === 'external' || !drawsLots.includes(poll.tie)) return undefined
  const values = unitsOf(poll.electors).map((unit) => [unit, randomBytes(32).toString('hex')] as const)
  return {
    values: Object.fromEntries(values) as Lots,
    commitments: Object.fromEntries(values.map(([unit, value]) => [unit, sha256(value)])) as Lots,
  }
}

/**
 * The papers alone would not do: whoever knew them all before the close could choose the last one so that the lot suits them;
 * and where they are few, trying all papers there can be would find the ones that give a published seed. The value alone would
 * not do either: whoever drew it would know the lot before anybody voted.
 */
export function seedOf(value: string, papersText: string): string {
  return sha256(`${value}\n${papersText}`)
}
