import { command } from '../command.ts'
import { refuseField } from '../refusal.ts'
import { Translate } from './contract.ts'
import { reviseForm } from './revise-form.ts'
import { heading, type Cells } from './xlsform/rows-of-form.ts'

const translated = new Set(['label', 'hint', 'guidance_hint', 'required_message', 'constraint_message'])

/** What a part of the survey says in one of its languages. */
export const translate = command(Translate, async (act, asked) =>
  reviseForm(act, asked, (sheets, form) => {
    const { language, place, text } = asked
    if (!form.languages.includes(language)) throw refuseField('language', 'not-in-list')
    const written = { survey: [...sheets.survey], choices: [...sheets.choices] }
    place.forEach((each, index) => {
      const [sheet = '', row = '', column = ''] = each.split(' ')
      const rows = sheet === 'survey' || sheet === 'choices' ? written[sheet] : []
      const cells: Cells | undefined = rows[Number(row)]
      if (!cells || !translated.has(column)) throw refuseField('place', 'not-in-list')
      const { [heading(column, language)]: _, ...others } = cells
      const said = text[index] ?? ''
      rows[Number(row)] = said === '' ? others : { ...others, [heading(column, language)]: said }
    })
    return { sheets: { ...sheets, ...written } }
  }),
)
