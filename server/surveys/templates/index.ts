import type { FormDefinition } from '../contract.ts'
import type { Template } from '../words.ts'
import { readTables } from '../xlsform/read-form.ts'
import { tablesOf } from '../xlsform/rows-of-form.ts'
import { associationNeeds } from './association-needs.ts'
import { operatorsTraining } from './operators-training.ts'
import { spoken, type TemplateRows } from './rows.ts'
import { serviceAccess } from './service-access.ts'

const rowsOf: Record<Template, TemplateRows> = {
  'association-needs': associationNeeds,
  'service-access': serviceAccess,
  'operators-training': operatorsTraining,
}

/** A template as a form of its own, under the title that its author gave it; `language` is asked first where the template speaks it. */
export function formOfTemplate(
  template: Template,
  given: { title: string; language: string },
): FormDefinition {
  const language = spoken.find((each) => each === given.language) ?? spoken[0]
  const settings = {
    form_title: given.title,
    form_id: template.replaceAll('-', '_'),
    default_language: language,
  }
  const { form, problems } = readTables(tablesOf({ ...rowsOf[template], languages: [...spoken], settings }))
  if (!form || problems.length > 0)
    throw new Error(`The template ${template} is wrong: ${JSON.stringify(problems)}`)
  return form
}
