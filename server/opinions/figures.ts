import type { Analysis } from './analysis/index.ts'
import type { Published, ShownAnswers, ShownGroup, StatementFigures } from './contract.ts'
import { bridgeFrom, dividesFrom, fewestInGroup, fewestShown, stepOfPeople } from './words.ts'

type Counts = { agree: number; disagree: number; seen: number }

/**
 * What may be shown of an analysis. Nobody is shown alone and nothing about few can be derived:
 * - no group has fewer than 5 people (the analysis makes none), and nothing is shown of fewer than 20 in all;
 * - of a statement that fewer than 5 of a group have seen, that group's answers are not shown, and they are in no sum
 *   beside it: a sum is only over what is shown, so that nothing is left to subtract;
 * - people who answered too little to be in a group are in no figure, for the same reason, while there are groups;
 * - every number of people, each sum too, is told by itself in steps of five (1 to 7 is 5), so that differences tell
 *   of no one either.
 *
 * @param letters one for each group of the analysis
 * @returns null where there are too few people
 */
export function figuresOf(analysis: Analysis, letters: readonly string[]): Published | null {
  const { votes, leftOut, groups, everyone, k } = analysis
  const order = letters
    .map((_, group) => group)
    .sort((one, other) => (letters[one]! < letters[other]! ? -1 : 1))
  const sizes = order.map((group) => analysis.groupOf.filter((each) => each === group).length)
  const answered = votes.participants.filter((_, row) => votes.starts[row] !== votes.starts[row + 1]).length
  const people = k === 0 ? answered : sizes.reduce((sum, size) => sum + size, 0)
  if (people < fewestShown) return null
  const asked = Array.from(leftOut.keys()).filter((column) => leftOut[column] === 0)
  const exact = asked.map((column) => {
    const of = order.map((group) => countsIn(groups[group]!, column))
    const shown = (k === 0 ? [countsIn(everyone, column)] : of).filter(({ seen }) => seen >= fewestInGroup)
    return { column, number: Number(votes.statements[column]), of, shown }
  })
  const statements = exact.map(({ column, number, of, shown }): StatementFigures => ({
    number,
    all: shown.length === 0 ? null : inSteps(sumOf(shown)),
    groups: of.map((counts) => (counts.seen >= fewestInGroup ? inSteps(counts) : null)),
    accepted:
      analysis.groupAwareConsensus && of.every(({ seen }) => seen >= fewestInGroup)
        ? Math.round(analysis.groupAwareConsensus[column]! * 100) / 100
        : null,
  }))
  const compared = exact.filter(({ of }) => k > 1 && of.every(({ seen }) => seen >= fewestInGroup))
  const numberOf = (column: number) => Number(votes.statements[column])
  return {
    format: 'tavolo-opinions-1',
    grouped: k === 0 ? 0 : stepped(people),
    participants: stepped(answered),
    groups: order.map((group, at) => groupShown(analysis, group, letters[group]!, sizes[at]!)),
    statements,
    bridges: compared
      .filter(({ of }) => of.every((counts) => percent(counts.agree, counts.seen) >= bridgeFrom))
      .sort(
        (one, other) =>
          analysis.groupAwareConsensus![other.column]! - analysis.groupAwareConsensus![one.column]!,
      )
      .map(({ number }) => number),
    divides: compared
      .filter(({ of }) => gap(of) >= dividesFrom)
      .sort((one, other) => gap(other.of) - gap(one.of))
      .map(({ number }) => number),
    agreed: analysis.consensus.agree.filter(isTold(analysis)).map(numberOf),
    disagreed: analysis.consensus.disagree.filter(isTold(analysis)).map(numberOf),
  }
}

function countsIn({ agreed, disagreed, seen }: Analysis['everyone'], column: number): Counts {
  return { agree: agreed[column]!, disagree: disagreed[column]!, seen: seen[column]! }
}

/** A number of people: to the nearest five, and never 0 for somebody. */
export function stepped(people: number): number {
  if (people === 0) return 0
  return Math.max(stepOfPeople, Math.round(people / stepOfPeople) * stepOfPeople)
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.min(100, Math.round((100 * part) / whole))
}

function inSteps({ agree, disagree, seen }: Counts): ShownAnswers {
  return {
    agree: stepped(agree),
    disagree: stepped(disagree),
    pass: stepped(seen - agree - disagree),
    seen: stepped(seen),
  }
}

function sumOf(counts: readonly Counts[]): Counts {
  const sum = (part: keyof Counts) => counts.reduce((total, each) => total + each[part], 0)
  return { agree: sum('agree'), disagree: sum('disagree'), seen: sum('seen') }
}

function gap(of: readonly Counts[]): number {
  const shares = of.map(({ agree, seen }) => percent(agree, seen))
  return Math.max(...shares) - Math.min(...shares)
}

function isTold({ everyone }: Analysis) {
  return (column: number) => everyone.seen[column]! >= fewestShown
}

function groupShown(analysis: Analysis, group: number, letter: string, size: number): ShownGroup {
  const { points, groupOf, votes, groups } = analysis
  let [x, y] = [0, 0]
  groupOf.forEach((each, row) => {
    if (each !== group) return
    x += points.x[row]! / size
    y += points.y[row]! / size
  })
  return {
    letter,
    size: stepped(size),
    x: Math.round(x * 10) / 10,
    y: Math.round(y * 10) / 10,
    // The first of Pol.is's list may be there for another answer than the one it is listed with: what most do not hold is left out.
    holds: analysis.representative[group]!.filter(
      ({ column, p }) => p > 0.5 && groups[group]!.seen[column]! >= fewestInGroup,
    ).map(({ column, direction }) => ({ number: Number(votes.statements[column]), direction })),
  }
}
