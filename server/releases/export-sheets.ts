import type { Part } from './export-columns.ts'
import { within } from './export-columns.ts'

export type Sheet = { name: string; rows: (string | number | null)[][] }
export type ExportRow = { answers: { [name: string]: unknown }; language: string; sentOn: string | null }

/** Sheets of what was answered: rows are numbered anew each time, and a turn of a repeat says the number of its response. */
export function sheetsOf(
  top: Part,
  responses: readonly ExportRow[],
  { hasDays }: { hasDays: boolean },
): Sheet[] {
  const sheets: Sheet[] = []
  const fill = (
    part: Part,
    given: { answers: { [name: string]: unknown }; front: (string | number | null)[] }[],
    front: string[],
  ) => {
    const name = sheetName(part.name, sheets)
    sheets.push({
      name,
      rows: [
        [...part.columns.map(({ heading }) => heading), ...front],
        ...given.map(({ answers, front }) => [...part.columns.map(({ cell }) => cell(answers)), ...front]),
      ],
    })
    for (const repeat of part.repeats) {
      let index = 0
      const turns = given.flatMap(({ answers }, at) => {
        const found = within(answers, repeat.above)
        const list = Array.isArray(found) ? (found as { [name: string]: unknown }[]) : []
        return list.map((turn) => ({ answers: turn, front: [++index, name, at + 1] }))
      })
      fill(repeat, turns, ['_index', '_parent_table_name', '_parent_index'])
    }
  }
  fill(
    top,
    responses.map(({ answers, language, sentOn }, at) => ({
      answers,
      front: [at + 1, language, ...(hasDays ? [sentOn] : [])],
    })),
    ['_index', '_language', ...(hasDays ? ['_submitted_on'] : [])],
  )
  return sheets
}

/** As Excel allows: 31 characters, each name once. */
function sheetName(name: string, taken: readonly Sheet[]): string {
  const base = name.slice(0, 28)
  const isTaken = (candidate: string) =>
    taken.some((sheet) => sheet.name.toLowerCase() === candidate.toLowerCase())
  let candidate = base
  for (let n = 2; isTaken(candidate); n++) candidate = `${base}_${n}`
  return candidate
}
