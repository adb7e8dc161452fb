import type { Expression, SheetProblem, Texts } from '../contract.ts'
import { compile } from '../expressions/compile.ts'
import { isFunction } from '../expressions/function-names.ts'
import { nearest } from '../expressions/nearest.ts'
import { ExpressionProblem } from '../expressions/problem.ts'
import type { SheetReason } from '../words.ts'
import type { Row } from './columns.ts'
import { words } from './survey-columns.ts'

const LONGEST_PARAMETERS = 500

/** Reads the cells of one row of the survey sheet as what each column means; names and lists of the whole form are known by then. */
export class CellReader {
  private readonly sheet: string
  readonly lists: ReadonlySet<string>
  private readonly tell: (problem: SheetProblem) => void
  private readonly known: ReadonlySet<string>
  private readonly once: ReadonlySet<string>

  constructor(
    sheet: string,
    lists: ReadonlySet<string>,
    tell: (problem: SheetProblem) => void,
    /** By how often each stands in the sheet: what `${name}` means must be one thing. */
    names: Map<string, number>,
  ) {
    this.sheet = sheet
    this.lists = lists
    this.tell = tell
    this.known = new Set(names.keys())
    this.once = new Set([...names].filter(([, times]) => times === 1).map(([name]) => name))
  }

  /** Words, in which `${name}` may stand for an answer. */
  spoken(row: Row, column: string): Texts {
    const texts = row.texts(column)
    for (const text of Object.values(texts)) {
      for (const [, name = ''] of text.matchAll(/\$\{([^{}]*)\}/g)) this.mustBeOne(row, column, name.trim())
    }
    return texts
  }

  flag<Key extends string>(row: Row, column: string, key: Key): { [key in Key]?: Expression } {
    const text = row.text(column).toLowerCase()
    if (['', 'no', 'false', 'false()', '0'].includes(text)) return {}
    if (['yes', 'true', 'true()', '1'].includes(text)) return this.made(row, column, key, 'true()')
    return this.made(row, column, key, row.text(column))
  }

  expression<Key extends string>(row: Row, key: Key, column: string = key): { [key in Key]?: Expression } {
    const source = row.text(column)
    return source === '' ? {} : this.made(row, column, key, source)
  }

  private made<Key extends string>(
    row: Row,
    column: string,
    key: Key,
    source: string,
  ): { [key in Key]?: Expression } {
    try {
      const tree = compile(source, { questions: this.known, lists: this.lists })
      for (const [, name = ''] of source.matchAll(/\$\{([^{}]*)\}/g)) this.mustBeOne(row, column, name.trim())
      return { [key]: { source, tree } } as { [key in Key]?: Expression }
    } catch (error) {
      if (!(error instanceof ExpressionProblem)) throw error
      this.problem(row, column, 'error', error.reason, { ...error.values, at: error.column })
      return {}
    }
  }

  private mustBeOne(row: Row, column: string, name: string): void {
    if (this.once.has(name)) return
    if (this.known.has(name)) this.problem(row, column, 'error', 'name-ambiguous', { name })
    else this.problem(row, column, 'error', 'unknown-question', { name, nearest: nearest(name, this.once) })
  }

  /** A default is a value, unless it asks for an answer or calls a function. */
  atFirst(row: Row): { default?: { value: string } | Expression } {
    const value = row.text('default')
    if (value === '') return {}
    const calls = [...value.matchAll(/(?<![a-z:0-9-])([a-z][a-z:0-9-]*)\(/g)].some(([, name = '']) =>
      isFunction(name),
    )
    return calls || value.includes('${')
      ? this.made(row, 'default', 'default', value)
      : { default: { value } }
  }

  /** `start=1 end=5`, with spaces, commas or semicolons between, and perhaps around the sign. */
  parameters(row: Row): Record<string, string> {
    const text = row.text('parameters')
    if (text.length > LONGEST_PARAMETERS) {
      this.problem(row, 'parameters', 'error', 'parameter-invalid', { part: `${text.slice(0, 40)}…` })
      return {}
    }
    const parts = text
      .split('=')
      .map((side) => side.trim())
      .join('=')
      .split(/[\s,;]+/)
      .filter(Boolean)
    return Object.fromEntries(
      parts.flatMap((part): [string, string][] => {
        const [key = '', value = ''] = part.split('=')
        if (key !== '' && value !== '') return [[key.toLowerCase(), value]]
        this.problem(row, 'parameters', 'error', 'parameter-invalid', { part })
        return []
      }),
    )
  }

  /** Columns that say something where it means nothing: kept in the file, and named. */
  unused(row: Row, type: string, used: readonly string[]): Record<string, string> {
    const found: Record<string, string> = {}
    for (const column of [...words.plain, ...words.translated].filter((each) => !used.includes(each))) {
      const texts = words.plain.includes(column) ? { '': row.text(column) } : row.texts(column)
      for (const [language, text] of Object.entries(texts)) {
        if (text === '') continue
        found[language === '' ? column : `${column}::${language}`] = text
        this.problem(row, column, 'warning', 'column-unused-here', { type })
      }
    }
    return found
  }

  problem(
    row: Row,
    column: string,
    severity: SheetProblem['severity'],
    reason: SheetReason,
    values: Record<string, string | number> = {},
  ): void {
    this.problemAt(row.row, column, severity, reason, values)
  }

  problemAt(
    row: number,
    column: string,
    severity: SheetProblem['severity'],
    reason: SheetReason,
    values: Record<string, string | number>,
  ): void {
    this.tell({ severity, sheet: this.sheet, row, column, reason, values })
  }
}
