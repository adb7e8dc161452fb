import { command } from '../command.ts'
import { refuseField } from '../refusal.ts'
import { SetLanguages } from './contract.ts'
import { reviseForm } from './revise-form.ts'
import type { Cells } from './xlsform/rows-of-form.ts'

const translated = ['label', 'hint', 'guidance_hint', 'required_message', 'constraint_message']

/** In which languages the survey is asked. What was written without naming a language becomes the first one's; a language that is left out goes with its words. */
export const setLanguages = command(SetLanguages, async (act, asked) =>
  reviseForm(act, asked, (sheets, form) => {
    const { defaultLanguage } = asked
    const languages = [...new Set(asked.languages)]
    if (languages.length === 0) throw refuseField('languages', 'needed')
    if (!languages.includes(defaultLanguage)) throw refuseField('defaultLanguage', 'not-in-list')
    const wasUnnamed = form.languages.every((language) => language === '')
    const kept = (cells: Cells): Cells =>
      Object.fromEntries(
        Object.entries(cells).flatMap(([column, text]): [string, string][] => {
          const [first = '', language] = column.split('::')
          if (!translated.includes(first)) return [[column, text]]
          if (language === undefined)
            return wasUnnamed ? [[`${first}::${defaultLanguage}`, text]] : [[column, text]]
          return languages.includes(language) ? [[column, text]] : []
        }),
      )
    return {
      sheets: {
        languages: [...(wasUnnamed || !form.languages.includes('') ? [] : ['']), ...languages],
        survey: sheets.survey.map(kept),
        choices: sheets.choices.map(kept),
        settings: { ...sheets.settings, default_language: defaultLanguage },
      },
    }
  }),
)
