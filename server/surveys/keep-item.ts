import { command } from '../command.ts'
import { Refusal, refuseField } from '../refusal.ts'
import { KeepItem } from './contract.ts'
import { cellsOf } from './editing/item-cells.ts'
import { nameFrom, renamed } from './editing/names.ts'
import { blocksOf, endOf } from './editing/places.ts'
import { reviseForm } from './revise-form.ts'
import { choosing } from './words.ts'
import type { Cells } from './xlsform/rows-of-form.ts'

/** A question, a group or a repeat is added, or changed; expressions and names are checked as those of a spreadsheet. */
export const keepItem = command(KeepItem, async (act, asked) =>
  reviseForm(act, asked, (sheets, form) => {
    const { path, into, type } = asked
    const block = blocksOf(sheets.survey).find((each) => each.path === path)
    if (path !== undefined && !block) throw new Refusal('unseen', 'question')
    const was: Cells = block ? (sheets.survey[block.from] ?? {}) : {}
    const isGroup = type === 'group' || type === 'repeat'
    if (block && isGroup !== (was['type'] ?? '').startsWith('begin_'))
      throw refuseField('type', 'not-in-list')

    const taken = new Set(sheets.survey.flatMap((row) => row['name'] ?? []))
    const said = asked.label.find((text) => text !== '') ?? ''
    const name = asked.name ?? was['name'] ?? nameFrom(said, taken)
    const typed = choosing.includes(type) ? linesOf(asked.newChoices) : []
    const list = typed.length > 0 ? nameFrom(name, new Set(Object.keys(form.lists))) : asked.list
    if (choosing.includes(type) && list === undefined) throw refuseField('list', 'needed')
    const label =
      form.languages.length > 0 ? labelColumn(form.languages, form.settings['default_language']) : 'label'
    const fresh = typed.map((text, index) => ({
      list_name: list ?? '',
      name: choiceName(typed, index),
      [label]: text,
    }))

    const cells = cellsOf(asked, { name, list, languages: form.languages, was })
    const survey = [...sheets.survey]
    let row = block?.from
    if (block && row !== undefined) {
      survey[row] = cells
      if (isGroup) survey[block.to - 1] = { type: `end_${type}`, name }
    } else {
      row = endOf(survey, into)
      if (row === undefined) throw new Refusal('unseen', 'question')
      survey.splice(row, 0, cells, ...(isGroup ? [{ type: `end_${type}`, name }] : []))
    }
    const edited = { ...sheets, survey, choices: [...sheets.choices, ...fresh] }
    const before = was['name']
    return { row, sheets: before !== undefined && before !== name ? renamed(edited, before, name) : edited }
  }),
)

function linesOf(text: string | undefined): string[] {
  return (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}

function labelColumn(languages: string[], preferred: string | undefined): string {
  const language = languages.find((each) => each === preferred) ?? languages[0] ?? ''
  return language === '' ? 'label' : `label::${language}`
}

/** Named after what it says; two that would be called the same are numbered. */
function choiceName(all: string[], index: number): string {
  const taken = new Set<string>()
  let name = ''
  for (const text of all.slice(0, index + 1)) {
    name = nameFrom(text, taken)
    taken.add(name)
  }
  return name
}
