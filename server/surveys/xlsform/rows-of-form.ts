import type { Expression, FormDefinition, Item, Texts } from '../contract.ts'
import type { SheetTable } from './workbook.ts'

/** What one row of a sheet says, by heading. */
export type Cells = Record<string, string>
/** A form as its three sheets say it, row by row. */
export type Sheets = { languages: string[]; survey: Cells[]; choices: Cells[]; settings: Cells }

export function sheetsOf(form: FormDefinition): Sheets {
  return {
    languages: form.languages,
    survey: form.items.flatMap(rowsOfItem),
    choices: Object.entries(form.lists).flatMap(([list, all]) =>
      all.map(({ name, label, more }) => ({ list_name: list, name, ...said('label', label), ...more })),
    ),
    settings: form.settings,
  }
}

/** The sheets as a reader of workbooks would hand them out. */
export function tablesOf(sheets: Sheets): SheetTable[] {
  return headed(sheets).map(({ sheet, headings, rows }) => ({
    name: sheet,
    headings,
    rows: rows.map((cells, index) => ({ row: index + 2, cells: cells.map((text) => text ?? '') })),
  }))
}

/** Each sheet's headings in the order of habit, with a column for each language, then whatever else a row says. */
export function headed({ languages, survey, choices, settings }: Sheets): {
  sheet: 'survey' | 'choices' | 'settings'
  headings: string[]
  rows: (string | undefined)[][]
}[] {
  const ordered = (usual: readonly string[], rows: Cells[]): string[] => {
    const inLanguages = usual.flatMap((column) =>
      ['type', 'name', 'list_name'].includes(column)
        ? [column]
        : languages.map((language) => heading(column, language)),
    )
    const used = new Set(rows.flatMap(Object.keys))
    return [...new Set([...inLanguages.filter((each) => used.has(each) || needed.test(each)), ...used])]
  }
  return [
    { sheet: 'survey', ...under(ordered(surveyOrder, survey), survey) },
    { sheet: 'choices', ...under(ordered(choicesOrder, choices), choices) },
    { sheet: 'settings', ...under(Object.keys(settings), [settings]) },
  ]
}

function under(headings: string[], rows: Cells[]) {
  // A column may be called as something that every object has.
  const cells = (row: Cells) => headings.map((each) => (Object.hasOwn(row, each) ? row[each] : undefined))
  return { headings, rows: rows.map(cells) }
}

const surveyOrder = ['type', 'name', 'label', 'hint', 'guidance_hint']
const choicesOrder = ['list_name', 'name', 'label']
/** Without these no sheet is read, and a language that says nothing yet would be lost. */
const needed = /^(?:type|name|list_name|label(?:::.*)?)$/

function rowsOfItem(item: Item): Cells[] {
  const asked: Cells = {
    name: item.name,
    ...said('label', item.label),
    ...said('hint', item.hint),
    ...set('appearance', item.appearance.join(' ')),
    ...source('relevant', item.relevant),
    ...item.more,
  }
  switch (item.is) {
    case 'unasked':
      return [{ type: item.type, ...asked }]
    case 'group':
    case 'repeat':
      return [
        {
          type: `begin_${item.is}`,
          ...asked,
          ...source('repeat_count', item.is === 'repeat' ? item.repeatCount : undefined),
        },
        ...item.items.flatMap(rowsOfItem),
        { type: `end_${item.is}`, name: item.name },
      ]
    case 'question': {
      const list = item.list === undefined ? '' : ` ${item.list}`
      const first = item.default
      return [
        {
          type: `${item.type}${list}${item.other ? ' or_other' : ''}`,
          ...asked,
          ...said('guidance_hint', item.guidanceHint),
          ...source('required', item.required),
          ...said('required_message', item.requiredMessage),
          ...source('constraint', item.constraint),
          ...said('constraint_message', item.constraintMessage),
          ...source('calculation', item.calculation),
          ...source('choice_filter', item.choiceFilter),
          ...source('read_only', item.readOnly),
          ...set('default', first === undefined ? '' : 'value' in first ? first.value : first.source),
          ...set(
            'parameters',
            Object.entries(item.parameters)
              .map(([key, value]) => `${key}=${value}`)
              .join(' '),
          ),
        },
      ]
    }
  }
}

function said(column: string, texts: Texts): Cells {
  return Object.fromEntries(
    Object.entries(texts).map(([language, text]) => [heading(column, language), text]),
  )
}

export function heading(column: string, language: string): string {
  return language === '' ? column : `${column}::${language}`
}

function source(column: string, expression: Expression | undefined): Cells {
  return set(column, expression?.source ?? '')
}

function set(column: string, text: string): Cells {
  return text === '' ? {} : { [column]: text }
}
