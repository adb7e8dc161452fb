import type { Analysis } from './analysis/index.ts'

/** Agreed, disagreed, passed, and all three. */
export type ToldAnswers = [agree: number, disagree: number, pass: number, seen: number]

/** The exact counts behind what is shown, each as of when it was last told. They are kept and never shown. */
export type Told = {
  /** Nothing is told of fewer people. */
  fewest: number
  participants: number
  grouped: number
  /** Of the groups that stand now, in their order. */
  letters: string[]
  /** Numbers of the statements that were asked and not left out. */
  asked: number[]
  /** By letter, then by number; also of groups that are gone for now, should they come back. */
  groups: Record<string, { size: number; answers: Record<string, ToldAnswers> }>
  /** Of all that is told by group together; of everybody, where there are no groups. */
  all: Record<string, ToldAnswers>
}

/**
 * What is to be told next: of each count either what it is now, or what it was when it was told last, where fewer than
 * the fewest people have moved since. So no figure follows one person, whatever else has changed meanwhile. A group's answers to a
 * statement that too few of it have seen are in nothing, sums included, and nor are people in no group, while there
 * are groups.
 *
 * @param letters one for each group of the analysis
 * @returns null where there are too few people to tell of any
 */
export function tellNext(
  analysis: Analysis,
  letters: readonly string[],
  { before, fewest }: { before: Told | null; fewest: number },
): Told | null {
  const { votes, leftOut, groups, everyone, k, groupOf } = analysis
  const order = [...letters.keys()].sort((one, other) => (letters[one]! < letters[other]! ? -1 : 1))
  const sizes = order.map((group) => groupOf.filter((each) => each === group).length)
  const answered = votes.participants.filter((_, row) => votes.starts[row] !== votes.starts[row + 1]).length
  const grouped = sizes.reduce((sum, size) => sum + size, 0)
  if ((k === 0 ? answered : grouped) < 4 * fewest) return null
  const moved = (then: number | undefined, count: number) =>
    then === undefined || Math.abs(count - then) >= fewest ? count : then
  const columns = [...leftOut.keys()].filter((column) => leftOut[column] === 0)
  const numberOf = (column: number) => Number(votes.statements[column])
  const answersOf = (shown: readonly Analysis['everyone'][], column: number, then?: ToldAnswers) => {
    const sum = (part: keyof Analysis['everyone']) =>
      shown.reduce((total, counts) => total + counts[part][column]!, 0)
    const [agree, disagree, seen] = [sum('agreed'), sum('disagreed'), sum('seen')]
    const counts = [agree, disagree, seen - agree - disagree, seen] as const
    return counts.map((count, at) => moved(then?.[at], count)) as ToldAnswers
  }
  const isShown = (counts: Analysis['everyone'], column: number) => counts.seen[column]! >= fewest
  const told = (
    shownOf: (column: number) => readonly Analysis['everyone'][],
    then: Record<string, ToldAnswers> = {},
  ) =>
    Object.fromEntries(
      columns.flatMap((column) => {
        const [shown, number] = [shownOf(column), numberOf(column)]
        return shown.length === 0 ? [] : [[number, answersOf(shown, column, then[number])]]
      }),
    )
  const ofGroups = order.map((group, at) => {
    const [letter, counts] = [letters[group]!, groups[group]!]
    const then = before?.groups[letter]
    const answers = told((column) => (isShown(counts, column) ? [counts] : []), then?.answers)
    return [letter, { size: moved(then?.size, sizes[at]!), answers }] as const
  })
  const counted = k === 0 ? [everyone] : groups
  return {
    fewest,
    participants: moved(before?.participants, answered),
    grouped: moved(before?.grouped, grouped),
    letters: order.map((group) => letters[group]!),
    asked: columns.map(numberOf),
    groups: { ...before?.groups, ...Object.fromEntries(ofGroups) },
    all: told((column) => counted.filter((counts) => isShown(counts, column)), before?.all),
  }
}
