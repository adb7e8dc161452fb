import { nearest } from '../expressions/nearest.ts'
import type { SheetProblem, Texts } from '../contract.ts'
import type { SheetReason } from '../words.ts'
import type { SheetTable } from './workbook.ts'

type Words = { plain: readonly string[]; translated: readonly string[]; alias?: Record<string, string> }

/** One row of a sheet, by the names of columns. */
export type Row = {
  row: number
  /** The trimmed text of a column; `''` when it is empty or there is none. */
  text: (column: string) => string
  texts: (column: string) => Texts
  more: Record<string, string>
}

/** Known to XLSForm, not to surveys here: each is kept in the file and named. */
const UNSUPPORTED =
  /^(?:media|image|audio|video|big-image|bind|body|instance|control|trigger|save_to|autoplay|disabled|query|geometry)(?:::|:|$)/

/** Reads headings (`label::Italiano (it)`), names what is unknown, doubled or misspelt, and hands out rows by column. */
export function rowsOf(
  table: SheetTable,
  words: Words,
  tell: (problem: SheetProblem) => void,
): { rows: Row[]; languages: string[]; columns: Set<string> } {
  const problem = (
    severity: SheetProblem['severity'],
    column: string,
    reason: SheetReason,
    values = {},
  ): void => {
    tell({ severity, sheet: table.name, row: 1, column, reason, values })
  }
  const known = [...words.plain, ...words.translated]
  const read = table.headings.map((heading) => columnOf(heading, words))
  const seen = new Set<string>()
  read.forEach((column, index) => {
    const heading = table.headings[index] ?? ''
    const used = table.rows.some(({ cells }) => (cells[index] ?? '').trim() !== '')
    if (heading === '') {
      if (used) problem('error', letterOf(index), 'column-without-heading')
      return
    }
    const key = `${column.name}::${column.language}`
    if (seen.has(key)) problem('error', heading, 'column-doubled')
    seen.add(key)
    if (known.includes(column.name) || !used) return
    if (UNSUPPORTED.test(column.name)) problem('warning', heading, 'unsupported-column')
    else problem('warning', heading, 'unknown-column', { nearest: nearest(column.name, known) })
  })
  const languages = read.flatMap(({ name, language }) => (words.translated.includes(name) ? [language] : []))
  const rows = table.rows.map(({ row, cells }) => ({
    row,
    text: (name: string) => {
      const index = read.findIndex((column) => column.name === name && column.language === '')
      return (cells[index] ?? '').trim()
    },
    texts: (name: string) =>
      Object.fromEntries(
        read.flatMap((column, index): [string, string][] => {
          const text = (cells[index] ?? '').trim()
          return column.name === name && text !== '' ? [[column.language, text]] : []
        }),
      ),
    more: Object.fromEntries(
      read.flatMap((column, index): [string, string][] => {
        const [heading, text] = [table.headings[index] ?? '', (cells[index] ?? '').trim()]
        return heading !== '' && text !== '' && !known.includes(column.name) ? [[heading, text]] : []
      }),
    ),
  }))
  return { rows, languages: [...new Set(languages)], columns: new Set(read.map(({ name }) => name)) }
}

function columnOf(heading: string, words: Words): { name: string; language: string } {
  const [first = '', ...rest] = heading.split(/::?/)
  const name = called(first, words)
  if (words.translated.includes(name) && rest.length > 0) {
    return { name, language: rest.join(':').trim() }
  }
  return { name: called(heading, words), language: '' }
}

function called(heading: string, words: Words): string {
  const name = heading
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '_')
  return words.alias && Object.hasOwn(words.alias, name) ? (words.alias[name] ?? name) : name
}

function letterOf(index: number): string {
  const last = String.fromCodePoint(65 + (index % 26))
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last
}
