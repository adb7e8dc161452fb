import { command } from '../command.ts'
import { asKept } from './as-kept.ts'
import { ReplaceForm, type SheetProblem } from './contract.ts'
import { holdDraft } from './hold-survey.ts'
import { keepRevised } from './keep-revised.ts'
import { readForm } from './xlsform/read-form.ts'

/** A draft's form is put in the place of the one before, from a spreadsheet; its rules stay as far as they still mean something. */
export const replaceForm = command(
  ReplaceForm,
  async (
    { trx, actor, now, ground },
    { surveyId, version, file },
  ): Promise<{ surveyId: string; replaced: boolean; problems: SheetProblem[] }> => {
    const survey = await holdDraft(trx, actor, { surveyId, version }, now)
    await ground.limits.take('spreadsheet-by-person', actor.id)
    const { form, problems } = await readForm(Buffer.from(file, 'base64'))
    if (form) await keepRevised(trx, survey, asKept(form), now)
    return { surveyId, replaced: form !== undefined, problems }
  },
)
