import writeSheets from 'write-excel-file/universal'
import type { Expression, FormDefinition, Item, Texts } from '../contract.ts'

/** What one row says, by heading. */
type Cells = Record<string, string>
type Cell = { value: string; type: typeof String } | null

const surveyOrder = ['type', 'name', 'label', 'hint', 'guidance_hint']
const choicesOrder = ['list_name', 'name', 'label']

/** The form as an XLSForm that reads back as the same form. */
export async function writeForm(form: FormDefinition): Promise<Uint8Array> {
  const survey = form.items.flatMap(rowsOfItem)
  const choices = Object.entries(form.lists).flatMap(([list, all]) =>
    all.map(({ name, label, more }) => ({ list_name: list, name, ...said('label', label), ...more })),
  )
  const rightToLeft = /\((?:ar|fa|ur|he|ps|ckb)\b/i.test(form.settings['default_language'] ?? '')
  const sheets = [
    { sheet: 'survey', data: table(survey, surveyOrder, form.languages) },
    { sheet: 'choices', data: table(choices, choicesOrder, form.languages) },
    { sheet: 'settings', data: table([form.settings], [], []) },
  ]
  const blob = await writeSheets(
    sheets.map(({ sheet, data }) => ({ sheet, data, rightToLeft, stickyRowsCount: 1 })),
  ).toBlob()
  return new Uint8Array(await blob.arrayBuffer())
}

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
  return Object.fromEntries(Object.entries(texts).map(([language, text]) => [headed(column, language), text]))
}

function headed(column: string, language: string): string {
  return language === '' ? column : `${column}::${language}`
}

function source(column: string, expression: Expression | undefined): Cells {
  return set(column, expression?.source ?? '')
}

function set(column: string, text: string): Cells {
  return text === '' ? {} : { [column]: text }
}

/** Headings in the order of habit, with a column for each language, then whatever else a row says. Every cell is text, never a formula. */
function table(rows: Cells[], order: string[], languages: string[]): Cell[][] {
  const usual = order.flatMap((column) =>
    ['type', 'name', 'list_name'].includes(column)
      ? [column]
      : languages.map((language) => headed(column, language)),
  )
  const used = new Set(rows.flatMap(Object.keys))
  const headings = [...new Set([...usual.filter((each) => used.has(each) || order.length === 3), ...used])]
  return [headings.map(cell), ...rows.map((row) => headings.map((heading) => cell(row[heading])))]
}

function cell(text: string | undefined): Cell {
  return text === undefined ? null : { value: text, type: String }
}
