import { command } from '../command.ts'
import { holdConsultation } from '../consultations/index.ts'
import { Refusal } from '../refusal.ts'
import { OpenSurvey } from './contract.ts'
import { formOf } from './form-of.ts'
import { holdDraft } from './hold-survey.ts'
import { keepPlanned } from './records-turning.ts'
import { problemsOf } from './problems-of.ts'
import { missingToOpen } from './rules.ts'
import { turnSurveyOpen } from './turn-survey.ts'

/** The chair or secretary opens a survey at once, or decides that it opens on its date. */
export const openSurvey = command(OpenSurvey, async ({ trx, actor, now, announce }, asked) => {
  const survey = await holdDraft(trx, actor, asked, now)
  const { closedAt } = await holdConsultation(trx, actor, survey.consultationId, now)
  if (closedAt !== null) throw new Refusal('conflict', 'consultation-closed')
  const form = await formOf(trx, survey)
  const [missing] = missingToOpen({ ...survey, form }, problemsOf(form), now)
  if (missing) throw new Refusal('conflict', missing)
  if (asked.when === 'date' && survey.opensAt > now) {
    await keepPlanned(trx, survey.id, actor.id, now)
    return { surveyId: survey.id, state: 'planned' as const }
  }
  const opensAt = survey.opensAt < now ? survey.opensAt : now
  await turnSurveyOpen(trx, { ...survey, form, opensAt }, { by: actor.id, at: now }, announce)
  return { surveyId: survey.id, state: 'open' as const }
})
