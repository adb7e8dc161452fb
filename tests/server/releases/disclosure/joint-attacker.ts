import loadHighs from 'highs'
import type { Guarded, Told } from '#server/releases/disclosure/tables.ts'

type Question = { question: string; names: readonly string[] }

/**
 * An attacker that writes down everybody by all questions at once and asks the solver, in text, for the least and the most
 * of each small cell in all that was ever told. Those who came between two releases are a table too.
 */
export async function jointFindings(
  releases: readonly Told[],
  questions: readonly Question[],
  k: number,
  { isInsider = false, seesNewcomers = true } = {},
): Promise<string[]> {
  const highs = await loadHighs()
  const combinations = questions.reduce<string[][]>(
    (all, { names }) => all.flatMap((some) => names.map((name) => [...some, name])),
    [[]],
  )
  const sumOf = (release: number, table: Guarded, row: number | null, column: number | null) =>
    combinations.flatMap((names, index) => {
      const isIn = table.axes.every((axis, at) => {
        const place = at === 0 ? row : column
        const name = names[questions.findIndex(({ question }) => question === axis.question)]!
        return place === null ? axis.groups.flat().includes(name) : axis.groups[place]!.includes(name)
      })
      return isIn ? [`x${release}_${index}`] : []
    })
  const lines: string[] = []
  const goals: { what: string; terms: string[] }[] = []
  const secrets: { terms: string[]; count: number }[] = []
  for (const [release, { tables }] of releases.entries())
    for (const { table, isEarlier } of tables) {
      if (table.withheld || isEarlier) continue
      const tell = (terms: string[], count: number) => lines.push(`${terms.join(' + ')} = ${count}`)
      for (const [row, counts] of table.counts.entries())
        for (const [column, count] of counts.entries()) {
          const terms = sumOf(release, table, row, column)
          if (!table.hidden[row]![column]) tell(terms, count)
          else {
            secrets.push({ terms, count })
            if (count > 0 && count < k) goals.push({ what: `a cell of ${count}`, terms })
          }
        }
      if (table.axes.length === 2) {
        for (const [row, counts] of table.counts.entries())
          tell(
            sumOf(release, table, row, null),
            counts.reduce((sum, count) => sum + count, 0),
          )
        for (const column of table.counts[0]!.keys())
          tell(
            sumOf(release, table, null, column),
            table.counts.reduce((sum, counts) => sum + counts[column]!, 0),
          )
      } else
        tell(
          sumOf(release, table, null, null),
          table.counts.reduce((sum, [count]) => sum + count!, 0),
        )
    }
  for (let release = 1; release < releases.length; release++)
    for (const index of combinations.keys())
      lines.push(`x${release}_${index} - x${release - 1}_${index} >= 0`)
  if (lines.length === 0) return []
  const body = lines.map((line, at) => ` c${at}: ${line}`).join('\n')
  const ask = (terms: readonly string[], sense: 'Minimize' | 'Maximize', more = '') => {
    const { Status, ObjectiveValue } = highs.solve(
      `${sense}\n o: ${terms.join(' + ')}\nSubject To\n${body}\n${more}End`,
      {
        output_flag: false,
      },
    )
    if (Status !== 'Optimal') throw new Error(`${Status}: what is told contradicts itself`)
    return Math.round(ObjectiveValue * 1e6) / 1e6
  }
  const found: string[] = []
  for (const { what, terms } of goals) {
    const least = ask(terms, 'Minimize')
    const most = ask(terms, 'Maximize')
    if (least > 0 || most < k) found.push(`${what} is between ${least} and ${most}`)
    if (!isInsider) continue
    for (const secret of secrets) {
      if (secret.terms.join() === terms.join()) continue
      const known = ` s: ${secret.terms.join(' + ')} = ${secret.count}\n`
      if (ask(terms, 'Maximize', known) - ask(terms, 'Minimize', known) < 1)
        found.push(`${what} is known to whoever knows one of ${secret.count}`)
    }
  }
  if (seesNewcomers) found.push(...newcomers(releases, k))
  return found
}

/** What is told of those who came between: a number of the later release less the same of the earlier one. */
function newcomers(releases: readonly Told[], k: number): string[] {
  return releases.slice(1).flatMap(({ tables }, before) =>
    tables.flatMap(({ table }, at) => {
      const was = releases[before]!.tables[at]!.table
      if (table.withheld || was.withheld || JSON.stringify(table.axes) !== JSON.stringify(was.axes)) return []
      return table.counts.flatMap((counts, row) =>
        counts.flatMap((count, column) => {
          const came = count - was.counts[row]![column]!
          const isTold = !table.hidden[row]![column] && !was.hidden[row]![column]
          return isTold && came > 0 && came < k ? [`${came} came between`] : []
        }),
      )
    }),
  )
}
