import type { Answered, Fields } from '#server/responses/contract.ts'
import type { Known } from '#server/responses/filling/check-value.ts'
import { settle, takeWhole } from '#server/responses/filling/settle.ts'
import type { FormDefinition } from '#server/surveys/contract.ts'
import { readForm } from '#server/surveys/xlsform/read-form.ts'
import { rome } from '../surveys/answers.ts'
import { workbookOf, type Written } from '../surveys/workbooks.ts'

export const setting = { language: '', seed: 7, now: new Date(rome.now) }
export const nothingKnown: Known = { territories: new Set(['19', '082', '082053']), files: new Map() }

export async function formOf(written: Written): Promise<FormDefinition> {
  const { form, problems } = await readForm(await workbookOf(written))
  if (!form) throw new Error(JSON.stringify(problems))
  return form
}

/** What somebody answered as the fields that a page posts. */
export function fieldsOf(answered: Answered, above = ''): Fields {
  const fields: Fields = {}
  for (const [name, value] of Object.entries(answered)) {
    const path = above === '' ? name : `${above}/${name}`
    if (typeof value === 'string') fields[path] = value
    else if (Array.isArray(value)) {
      fields[`${path}~turns`] = String(value.length)
      for (const [at, turn] of value.entries()) Object.assign(fields, fieldsOf(turn, `${path}[${at + 1}]`))
    } else Object.assign(fields, fieldsOf(value, path))
  }
  return fields
}

/** Sends a whole form: what is stored, and what is wrong at which field. */
export function send(form: FormDefinition, fields: Fields, with_: Partial<typeof setting> = {}) {
  const its = { ...setting, ...with_ }
  const taken = takeWhole(form, fields, its)
  const settled = settle(form, taken, its, nothingKnown)
  return { ...settled, wrong: { ...settled.wrong, ...taken.refused } }
}
