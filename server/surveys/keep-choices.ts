import { command } from '../command.ts'
import { refuseField } from '../refusal.ts'
import { KeepChoices } from './contract.ts'
import { nameFrom } from './editing/names.ts'
import { reviseForm } from './revise-form.ts'
import { heading, type Cells } from './xlsform/rows-of-form.ts'

/** The choices of a list, in their order: new ones, changed ones, and those that are left out go. */
export const keepChoices = command(KeepChoices, async (act, asked) =>
  reviseForm(act, asked, (sheets, form) => {
    const { list, was, name, label } = asked
    const language = asked.language ?? ''
    if (!form.languages.includes(language)) throw refuseField('language', 'not-in-list')
    const before = sheets.choices.filter((cells) => cells['list_name'] === list)
    const taken = new Set(name.flatMap((each) => each ?? []))
    const rows = name.flatMap((given, index): Cells[] => {
      const said = label[index] ?? ''
      if ((given ?? '') === '' && said === '') return []
      const named = given ?? nameFrom(said, taken)
      taken.add(named)
      const { [heading('label', language)]: _, ...kept } =
        before.find((cells) => cells['name'] === was[index]) ?? {}
      return [
        {
          ...kept,
          list_name: list,
          name: named,
          ...(said === '' ? {} : { [heading('label', language)]: said }),
        },
      ]
    })
    if (rows.length === 0) throw refuseField('name', 'needed')
    const others = sheets.choices.filter((cells) => cells['list_name'] !== list)
    const place = sheets.choices.findIndex((cells) => cells['list_name'] === list)
    return { sheets: { ...sheets, choices: others.toSpliced(place < 0 ? others.length : place, 0, ...rows) } }
  }),
)
