import { command } from '../command.ts'
import { UploadSurvey, type SheetProblem } from './contract.ts'
import { holdToCompose, keepNew } from './compose-survey.ts'
import { findComposedBy } from './records.ts'
import { surveyLimits } from './words.ts'
import { asKept } from './as-kept.ts'
import { readForm } from './xlsform/read-form.ts'

type Uploaded = { surveyId: string | null; problems: SheetProblem[] }

/**
 * The chair or secretary begins a survey from a spreadsheet. Whatever is wrong with it is answered, all at once; then there is no
 * survey yet. What was only noticed is answered beside the survey.
 */
export const uploadSurvey = command(
  UploadSurvey,
  async ({ trx, actor, now, ground }, { consultationId, file, clientId }): Promise<Uploaded> => {
    await holdToCompose(trx, actor, consultationId, now)
    const known = await findComposedBy(trx, actor.id, clientId)
    if (known) return { surveyId: known, problems: [] }
    await ground.limits.take('spreadsheet-by-person', actor.id)
    const { form, problems } = await readForm(Buffer.from(file, 'base64'))
    if (!form) return { surveyId: null, problems }
    const title = titleOf(form.settings['form_title'])
    const draft = { consultationId, title, form: asKept(form), actor, clientId }
    return { surveyId: await keepNew(trx, draft, now), problems }
  },
)

function titleOf(written: string | undefined): string {
  const title = (written ?? '').replaceAll(/\s+/gu, ' ').trim().slice(0, surveyLimits.title)
  return title.length >= 3 ? title : 'Questionario'
}
