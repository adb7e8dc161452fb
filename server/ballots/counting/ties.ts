import { createHash } from 'node:crypto'
import type { Tie } from './result.ts'

/**
 * The lot, drawn so that anyone can draw it again: names in the order of SHA-256(seed, line feed, name). Who comes first in
 * it is preferred: elected rather than another, excluded later. A seed that is fixed only after voting favours nobody.
 * @returns for each candidate, its place in the lot from 0
 */
export function drawLot(candidates: readonly string[], seed: string): number[] {
  const drawn = candidates.map((name, index) => ({
    index,
    hash: createHash('sha256').update(`${seed}\n${name}`).digest('hex'),
  }))
  drawn.sort((a, b) => (a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : a.index - b.index))
  const places = candidates.map(() => 0)
  for (const [place, { index }] of drawn.entries()) places[index] = place
  return places
}

/** Picks one of several that are level now: by the most recent earlier round in which they differed, else by the lot. */
export function breakTie(
  tied: readonly number[],
  wanted: 'most' | 'fewest',
  earlier: readonly (readonly (number | bigint)[])[],
  lot: readonly number[],
): { chosen: number; rule: 'earlier-round' | 'lot' } {
  let left = [...tied]
  for (let round = earlier.length - 1; round >= 0 && left.length > 1; round--) {
    const votes = earlier[round] ?? []
    const best = left
      .map((candidate) => votes[candidate] ?? 0)
      .reduce((a, b) => ((wanted === 'most' ? b > a : b < a) ? b : a))
    left = left.filter((candidate) => (votes[candidate] ?? 0) === best)
  }
  const inLot = left.toSorted((a, b) => (lot[a] ?? 0) - (lot[b] ?? 0))
  const chosen = (wanted === 'most' ? inLot[0] : inLot.at(-1)) ?? 0
  return { chosen, rule: left.length === 1 ? 'earlier-round' : 'lot' }
}

export type TieChoice = 'shared' | 'lot'

/**
 * Who wins of a ranking with equals. Where equals straddle the last place, either all of them are named (`shared`, so there
 * may be more winners than places) or the lot says who.
 */
export function winnersOf(
  groups: readonly (readonly number[])[],
  seats: number,
  candidates: readonly string[],
  lot: readonly number[],
  choice: TieChoice,
): { winners: string[]; ties: Tie[] } {
  const winners: number[] = []
  const ties: Tie[] = []
  const named = (some: readonly number[]) => some.map((index) => candidates[index] ?? '')
  for (const group of groups) {
    const places = seats - winners.length
    if (places <= 0) break
    if (group.length <= places) {
      winners.push(...group)
      continue
    }
    const inLot = group.toSorted((a, b) => (lot[a] ?? 0) - (lot[b] ?? 0))
    const taken = choice === 'lot' ? inLot.slice(0, places) : group
    winners.push(...taken)
    ties.push({
      round: 1,
      about: 'winner',
      between: named(group),
      chosen: named(taken),
      rule: choice,
    })
    break
  }
  return { winners: named(winners), ties }
}

/** Puts together those with the same figure, from the greatest to the least. */
export function rankBy(candidates: readonly number[], figure: (candidate: number) => number | bigint) {
  const groups = new Map<number | bigint, number[]>()
  for (const candidate of candidates) {
    const value = figure(candidate)
    const group = groups.get(value)
    if (group) group.push(candidate)
    else groups.set(value, [candidate])
  }
  return [...groups].toSorted(([a], [b]) => (a < b ? 1 : a > b ? -1 : 0)).map(([, group]) => group)
}
