import type { FormDefinition, SheetProblem } from '../contract.ts'
import type { SheetReason } from '../words.ts'
import { checkForm } from './check-form.ts'
import { readChoices } from './read-choices.ts'
import { readSettings } from './read-settings.ts'
import { readSurvey } from './read-survey.ts'
import { readWorkbook, type SheetTable } from './workbook.ts'

const MOST_ERRORS = 200
/** Far from any honest form; the page that composes it draws them all. */
const MOST_QUESTIONS = 5_000

/**
 * An XLSForm as a form, and everything its author must hear of, by sheet, row and column. There is no form when anything is an
 * error; warnings name what is kept in the file and not used here.
 */
export async function readForm(
  file: Uint8Array,
): Promise<{ form?: FormDefinition; problems: SheetProblem[] }> {
  const read = await readWorkbook(file)
  if ('refused' in read) return { problems: [ofFile(read.refused)] }
  const { form, problems } = readTables(read.sheets)
  return problems.some(({ severity }) => severity === 'error') || !form ? { problems } : { form, problems }
}

/** The same of sheets that are no file, such as a form that is being composed; as much of the form as can be read, whatever is wrong. */
export function readTables(sheets: SheetTable[]): { form?: FormDefinition; problems: SheetProblem[] } {
  const problems: SheetProblem[] = []
  let errors = 0
  const tell = (problem: SheetProblem): void => {
    problems.push(problem)
    if (problem.severity === 'error') errors += 1
    if (errors >= MOST_ERRORS) throw new Enough()
  }
  try {
    const form = formOf(sheets, tell)
    return form ? { form, problems } : { problems }
  } catch (error) {
    if (!(error instanceof Enough)) throw error
    return { problems: [...problems, ofFile('more-problems')] }
  }
}

/** Nobody mends more at a time, and looking for more could take long. */
class Enough extends Error {}

function formOf(sheets: SheetTable[], tell: (problem: SheetProblem) => void): FormDefinition | undefined {
  const named = (name: string): SheetTable | undefined =>
    sheets.find((sheet) => sheet.name.toLowerCase() === name)
  for (const sheet of sheets) {
    const known = ['survey', 'choices', 'settings'].includes(sheet.name.toLowerCase())
    // Sheets that begin with _ are remarks by XLSForm's own rule.
    if (known || sheet.name.startsWith('_') || sheet.rows.length === 0) continue
    tell({ ...ofFile('sheet-not-used'), severity: 'warning', sheet: sheet.name })
  }
  const survey = named('survey')
  if (!survey) {
    tell({ ...ofFile('survey-missing'), sheet: 'survey' })
    return undefined
  }
  if (survey.rows.length > MOST_QUESTIONS) {
    tell({ ...ofFile('sheet-too-large'), sheet: survey.name })
    return undefined
  }
  const choices = named('choices') ?? { name: 'choices', headings: [], rows: [] }
  const settings = named('settings') ?? { name: 'settings', headings: [], rows: [] }
  const set = readSettings(settings, tell)
  const mayRepeat = /^(?:yes|true)/i.test(set['allow_choice_duplicates'] ?? '')
  const { lists, languages: spokenByChoices } = readChoices(choices, { mayRepeat }, tell)
  const { items, languages } = readSurvey(survey, new Set(Object.keys(lists)), tell)
  const form: FormDefinition = {
    languages: [...new Set([...languages, ...spokenByChoices])],
    settings: set,
    items,
    lists,
  }
  checkForm(form, { survey: survey.name, choices: choices.name, settings: settings.name }, tell)
  return form
}

function ofFile(reason: SheetReason): SheetProblem {
  return { severity: 'error', sheet: '', row: 0, column: '', reason, values: {} }
}
