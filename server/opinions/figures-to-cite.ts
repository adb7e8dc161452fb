import type { CitedFigures, Results, ShownStatement } from './contract.ts'

/** A statement's figures with what is needed to read them alone, as they are shown now. */
export function figuresToCite(
  results: Results,
  { number, all, groups, accepted }: ShownStatement,
): CitedFigures {
  const { bridges, divides, base, fewest, inputHash } = results
  return {
    number,
    all,
    groups,
    accepted,
    base,
    fewest,
    inputHash,
    kind: bridges.includes(number) ? 'bridge' : divides.includes(number) ? 'divide' : 'other',
    letters: results.groups.map(({ letter }) => letter),
  }
}
