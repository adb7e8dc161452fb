import type { Expression, Item, SheetProblem, Texts } from '../contract.ts'
import { compile } from '../expressions/compile.ts'
import { isFunction } from '../expressions/function-names.ts'
import { nearest } from '../expressions/nearest.ts'
import { ExpressionProblem } from '../expressions/problem.ts'
import { rowsOf, type Row } from './columns.ts'
import { readType, type TypeRead } from './question-types.ts'
import type { SheetTable } from './workbook.ts'

const words = {
  plain: [
    'type',
    'name',
    'required',
    'relevant',
    'constraint',
    'calculation',
    'choice_filter',
    'appearance',
    'default',
    'read_only',
    'repeat_count',
    'parameters',
  ],
  translated: ['label', 'hint', 'guidance_hint', 'required_message', 'constraint_message'],
  alias: {
    caption: 'label',
    relevance: 'relevant',
    'bind::relevant': 'relevant',
    'bind::constraint': 'constraint',
    'bind::required': 'required',
    'bind::calculate': 'calculation',
    'bind::readonly': 'read_only',
    calculate: 'calculation',
    readonly: 'read_only',
    'bind::jr:constraintmsg': 'constraint_message',
    constraint_msg: 'constraint_message',
    constraintmsg: 'constraint_message',
    'bind::jr:requiredmsg': 'required_message',
    'jr:count': 'repeat_count',
    'control::appearance': 'appearance',
  },
}

const NAME = /^[\p{L}_][\p{L}\p{M}\p{N}_.-]*$/u
const MOST_NESTED = 10
const LONGEST_PARAMETERS = 500

const ofAll = ['type', 'name', 'label', 'hint', 'appearance', 'relevant']

function usedBy(read: TypeRead): readonly string[] {
  if (read.is === 'question') {
    return [...words.plain, ...words.translated].filter((column) => column !== 'repeat_count')
  }
  return read.is === 'begin' && read.what === 'repeat' ? [...ofAll, 'repeat_count'] : ofAll
}

/** What the survey sheet asks, as a tree. Expressions are compiled in a second turn, when every name is known. */
export function readSurvey(
  table: SheetTable,
  lists: ReadonlySet<string>,
  tell: (problem: SheetProblem) => void,
): { items: Item[]; languages: string[] } {
  const { rows, languages, columns } = rowsOf(table, words, tell)
  for (const column of ['type', 'name']) {
    if (!columns.has(column)) {
      const missing = { row: 1, column: '', reason: 'column-missing', values: { column } }
      tell({ severity: 'error', sheet: table.name, ...missing })
    }
  }
  if (!columns.has('type')) return { items: [], languages }
  const reading = new Reading(table.name, lists, tell, namesIn(rows))
  for (const row of rows) reading.take(row)
  return { items: reading.finish(), languages }
}

/** Names by how often they stand in the sheet: what `${name}` means must be one thing. */
function namesIn(rows: Row[]): Map<string, number> {
  const names = new Map<string, number>()
  for (const row of rows) {
    const name = row.text('name')
    if (name !== '' && !/^end[\s_]/i.test(row.text('type'))) names.set(name, (names.get(name) ?? 0) + 1)
  }
  return names
}

type Open = { what: 'group' | 'repeat'; row: number; name: string; items: Item[]; names: Set<string> }

class Reading {
  private readonly sheet: string
  private readonly lists: ReadonlySet<string>
  private readonly tell: (problem: SheetProblem) => void
  private readonly names: Map<string, number>
  private readonly known: ReadonlySet<string>
  private readonly once: ReadonlySet<string>
  private readonly top: Open = { what: 'group', row: 0, name: '', items: [], names: new Set() }
  private readonly open: Open[] = [this.top]

  constructor(
    sheet: string,
    lists: ReadonlySet<string>,
    tell: (problem: SheetProblem) => void,
    names: Map<string, number>,
  ) {
    this.sheet = sheet
    this.lists = lists
    this.tell = tell
    this.names = names
    this.known = new Set(names.keys())
    this.once = new Set([...names].filter(([, times]) => times === 1).map(([name]) => name))
  }

  take(row: Row): void {
    if (row.text('type') === '') {
      // Authors write remarks between the rows; only what has a name was meant to be asked.
      this.problem(row, 'type', row.text('name') === '' ? 'warning' : 'error', 'type-missing')
      return
    }
    const read = readType(row.text('type'))
    if (read.is === 'wrong') {
      this.problem(row, 'type', 'error', read.reason, read.values)
      return
    }
    if (read.is === 'end') {
      this.unused(row, `end_${read.what}`, ['type', 'name'])
      this.close(row, read.what)
    } else this.put(row, read)
  }

  finish(): Item[] {
    for (const left of this.open.slice(1)) {
      this.problemAt(left.row, 'type', 'error', 'begin-without-end', { what: left.what, name: left.name })
    }
    return this.top.items
  }

  private get inside(): Open {
    return this.open.at(-1) ?? this.top
  }

  private close(row: Row, what: 'group' | 'repeat'): void {
    const begun = this.inside
    if (begun === this.top) this.problem(row, 'type', 'error', 'end-without-begin', { what })
    else if (begun.what !== what) {
      const values = { what, begun: begun.what, name: begun.name, row: begun.row }
      this.problem(row, 'type', 'error', 'end-of-another', values)
      this.open.pop()
    } else this.open.pop()
    if (begun !== this.top && begun.items.length === 0) {
      this.problemAt(begun.row, 'type', 'error', 'group-empty', { name: begun.name })
    }
  }

  private put(row: Row, read: Exclude<TypeRead, { is: 'wrong' | 'end' }>): void {
    const asked = {
      row: row.row,
      name: this.nameOf(row),
      label: this.spoken(row, 'label'),
      hint: this.spoken(row, 'hint'),
      appearance: row.text('appearance').split(/\s+/).filter(Boolean),
      ...this.expression(row, 'relevant'),
      more: { ...row.more, ...this.unused(row, row.text('type'), usedBy(read)) },
    }
    if (read.is === 'unasked') {
      this.problem(row, 'type', 'warning', 'not-asked-here', { type: read.type })
      this.inside.items.push({ is: 'unasked', type: read.type, ...asked })
      return
    }
    if (read.is === 'begin') {
      const items: Item[] = []
      if (this.open.length > MOST_NESTED) {
        this.problem(row, 'type', 'error', 'nested-too-deep', { most: MOST_NESTED })
      } else {
        this.inside.items.push(
          read.what === 'group'
            ? { is: 'group', ...asked, items }
            : { is: 'repeat', ...asked, ...this.expression(row, 'repeatCount', 'repeat_count'), items },
        )
      }
      this.open.push({ what: read.what, row: row.row, name: asked.name, items, names: new Set() })
      return
    }
    this.checkQuestion(row, read, asked.label, asked.hint)
    this.inside.items.push({
      ...read,
      ...asked,
      guidanceHint: this.spoken(row, 'guidance_hint'),
      ...this.flag(row, 'required', 'required'),
      requiredMessage: this.spoken(row, 'required_message'),
      ...this.expression(row, 'constraint'),
      constraintMessage: this.spoken(row, 'constraint_message'),
      ...this.expression(row, 'calculation'),
      ...this.expression(row, 'choiceFilter', 'choice_filter'),
      ...this.flag(row, 'read_only', 'readOnly'),
      ...this.atFirst(row),
      parameters: this.parameters(row),
    })
  }

  private checkQuestion(
    row: Row,
    read: Extract<TypeRead, { is: 'question' }>,
    label: Texts,
    hint: Texts,
  ): void {
    if (read.list !== undefined && !this.lists.has(read.list)) {
      const values = { list: read.list, nearest: nearest(read.list, this.lists) }
      this.problem(row, 'type', 'error', 'list-unknown', values)
    }
    const silent = read.type === 'calculate' || read.type === 'hidden'
    // What is calculated needs no words to be asked in: it may stand as any type, and then only its answer is kept.
    const spoken = Object.keys({ ...label, ...hint }).length > 0
    if (!silent && !spoken && row.text('calculation') === '') {
      this.problem(row, 'label', 'error', 'label-missing', { name: row.text('name') })
    }
    if (read.type === 'calculate' && row.text('calculation') === '' && row.text('default') === '') {
      this.problem(row, 'calculation', 'error', 'calculation-missing', { name: row.text('name') })
    }
    if (row.text('choice_filter') !== '' && read.list === undefined) {
      this.problem(row, 'choice_filter', 'warning', 'filter-without-list')
    }
  }

  private nameOf(row: Row): string {
    const name = row.text('name')
    if (name === '') this.problem(row, 'name', 'error', 'name-missing')
    else if (!NAME.test(name)) this.problem(row, 'name', 'error', 'name-invalid', { name })
    else if (this.inside.names.has(name)) this.problem(row, 'name', 'error', 'name-doubled', { name })
    this.inside.names.add(name)
    return name
  }

  /** Words, in which `${name}` may stand for an answer. */
  private spoken(row: Row, column: string): Texts {
    const texts = row.texts(column)
    for (const text of Object.values(texts)) {
      for (const [, name = ''] of text.matchAll(/\$\{([^{}]*)\}/g)) this.mustBeOne(row, column, name.trim())
    }
    return texts
  }

  private flag<Key extends string>(row: Row, column: string, key: Key): { [key in Key]?: Expression } {
    const text = row.text(column).toLowerCase()
    if (['', 'no', 'false', 'false()', '0'].includes(text)) return {}
    if (['yes', 'true', 'true()', '1'].includes(text)) return this.made(row, column, key, 'true()')
    return this.made(row, column, key, row.text(column))
  }

  private expression<Key extends string>(
    row: Row,
    key: Key,
    column: string = key,
  ): { [key in Key]?: Expression } {
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
    if (this.names.has(name)) this.problem(row, column, 'error', 'name-ambiguous', { name })
    else this.problem(row, column, 'error', 'unknown-question', { name, nearest: nearest(name, this.once) })
  }

  /** A default is a value, unless it asks for an answer or calls a function. */
  private atFirst(row: Row): { default?: { value: string } | Expression } {
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
  private parameters(row: Row): Record<string, string> {
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
  private unused(row: Row, type: string, used: readonly string[]): Record<string, string> {
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

  private problem(
    row: Row,
    column: string,
    severity: SheetProblem['severity'],
    reason: string,
    values: Record<string, string | number> = {},
  ): void {
    this.problemAt(row.row, column, severity, reason, values)
  }

  private problemAt(
    row: number,
    column: string,
    severity: SheetProblem['severity'],
    reason: string,
    values: Record<string, string | number>,
  ): void {
    this.tell({ severity, sheet: this.sheet, row, column, reason, values })
  }
}
