import type { Item, SheetProblem, Texts } from '../contract.ts'
import { nearest } from '../expressions/nearest.ts'
import { rowsOf, type Row } from './columns.ts'
import { readType, type TypeRead } from './question-types.ts'
import { CellReader } from './read-cells.ts'
import { usedBy, words } from './survey-columns.ts'
import type { SheetTable } from './workbook.ts'

const NAME = /^[\p{L}_][\p{L}\p{M}\p{N}_.-]*$/u
const MOST_NESTED = 10

/** What the survey sheet asks, as a tree. Expressions are compiled in a second turn, when every name is known. */
export function readSurvey(
  table: SheetTable,
  lists: ReadonlySet<string>,
  tell: (problem: SheetProblem) => void,
): { items: Item[]; languages: string[] } {
  const { rows, languages, columns } = rowsOf(table, words, tell)
  for (const column of ['type', 'name']) {
    if (!columns.has(column)) {
      const missing = { row: 1, column: '', values: { column } }
      tell({ severity: 'error', sheet: table.name, reason: 'column-missing', ...missing })
    }
  }
  if (!columns.has('type')) return { items: [], languages }
  const reading = new Reading(new CellReader(table.name, lists, tell, namesIn(rows)))
  for (const row of rows) reading.take(row)
  return { items: reading.finish(), languages }
}

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
  private readonly cells: CellReader
  private readonly top: Open = { what: 'group', row: 0, name: '', items: [], names: new Set() }
  private readonly open: Open[] = [this.top]

  constructor(cells: CellReader) {
    this.cells = cells
  }

  take(row: Row): void {
    if (row.text('type') === '') {
      // Authors write remarks between the rows; only what has a name was meant to be asked.
      this.cells.problem(row, 'type', row.text('name') === '' ? 'warning' : 'error', 'type-missing')
      return
    }
    const read = readType(row.text('type'))
    if (read.is === 'wrong') {
      this.cells.problem(row, 'type', 'error', read.reason, read.values)
      return
    }
    if (read.is === 'end') {
      this.cells.unused(row, `end_${read.what}`, ['type', 'name'])
      this.close(row, read.what)
    } else this.put(row, read)
  }

  finish(): Item[] {
    for (const left of this.open.slice(1)) {
      this.cells.problemAt(left.row, 'type', 'error', 'begin-without-end', {
        what: left.what,
        name: left.name,
      })
    }
    return this.top.items
  }

  private get inside(): Open {
    return this.open.at(-1) ?? this.top
  }

  private close(row: Row, what: 'group' | 'repeat'): void {
    const begun = this.inside
    if (begun === this.top) this.cells.problem(row, 'type', 'error', 'end-without-begin', { what })
    else if (begun.what !== what) {
      const values = { what, begun: begun.what, name: begun.name, row: begun.row }
      this.cells.problem(row, 'type', 'error', 'end-of-another', values)
      this.open.pop()
    } else this.open.pop()
    if (begun !== this.top && begun.items.length === 0) {
      this.cells.problemAt(begun.row, 'type', 'error', 'group-empty', { name: begun.name })
    }
  }

  private put(row: Row, read: Exclude<TypeRead, { is: 'wrong' | 'end' }>): void {
    const asked = {
      row: row.row,
      name: this.nameOf(row),
      label: this.cells.spoken(row, 'label'),
      hint: this.cells.spoken(row, 'hint'),
      appearance: row.text('appearance').split(/\s+/).filter(Boolean),
      ...this.cells.expression(row, 'relevant'),
      more: { ...row.more, ...this.cells.unused(row, row.text('type'), usedBy(read)) },
    }
    if (read.is === 'unasked') {
      this.cells.problem(row, 'type', 'warning', 'not-asked-here', { type: read.type })
      this.inside.items.push({ is: 'unasked', type: read.type, ...asked })
      return
    }
    if (read.is === 'begin') {
      const items: Item[] = []
      if (this.open.length > MOST_NESTED) {
        this.cells.problem(row, 'type', 'error', 'nested-too-deep', { most: MOST_NESTED })
      } else {
        this.inside.items.push(
          read.what === 'group'
            ? { is: 'group', ...asked, items }
            : { is: 'repeat', ...asked, ...this.cells.expression(row, 'repeatCount', 'repeat_count'), items },
        )
      }
      this.open.push({ what: read.what, row: row.row, name: asked.name, items, names: new Set() })
      return
    }
    this.checkQuestion(row, read, asked.label, asked.hint)
    this.inside.items.push({
      ...read,
      ...asked,
      guidanceHint: this.cells.spoken(row, 'guidance_hint'),
      ...this.cells.flag(row, 'required', 'required'),
      requiredMessage: this.cells.spoken(row, 'required_message'),
      ...this.cells.expression(row, 'constraint'),
      constraintMessage: this.cells.spoken(row, 'constraint_message'),
      ...this.cells.expression(row, 'calculation'),
      ...this.cells.expression(row, 'choiceFilter', 'choice_filter'),
      ...this.cells.flag(row, 'read_only', 'readOnly'),
      ...this.cells.atFirst(row),
      parameters: this.cells.parameters(row),
    })
  }

  private checkQuestion(
    row: Row,
    read: Extract<TypeRead, { is: 'question' }>,
    label: Texts,
    hint: Texts,
  ): void {
    if (read.list !== undefined && !this.cells.lists.has(read.list)) {
      const values = { list: read.list, nearest: nearest(read.list, this.cells.lists) }
      this.cells.problem(row, 'type', 'error', 'list-unknown', values)
    }
    const silent = read.type === 'calculate' || read.type === 'hidden'
    // What is calculated needs no words to be asked in: it may stand as any type, and then only its answer is kept.
    const spoken = Object.keys({ ...label, ...hint }).length > 0
    if (!silent && !spoken && row.text('calculation') === '') {
      this.cells.problem(row, 'label', 'error', 'label-missing', { name: row.text('name') })
    }
    if (read.type === 'calculate' && row.text('calculation') === '' && row.text('default') === '') {
      this.cells.problem(row, 'calculation', 'error', 'calculation-missing', { name: row.text('name') })
    }
    if (row.text('choice_filter') !== '' && read.list === undefined) {
      this.cells.problem(row, 'choice_filter', 'warning', 'filter-without-list')
    }
  }

  private nameOf(row: Row): string {
    const name = row.text('name')
    if (name === '') this.cells.problem(row, 'name', 'error', 'name-missing')
    else if (!NAME.test(name)) this.cells.problem(row, 'name', 'error', 'name-invalid', { name })
    else if (this.inside.names.has(name)) this.cells.problem(row, 'name', 'error', 'name-doubled', { name })
    this.inside.names.add(name)
    return name
  }
}
