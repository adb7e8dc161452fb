import { command } from '../command.ts'
import { holdConsultation, mayLead, powersAt } from '../consultations/index.ts'
import { insist, Refusal } from '../refusal.ts'
import { holdSurvey } from '../surveys/index.ts'
import type { Act } from '../command.ts'
import { CiteFigure, WithdrawFigure } from './contract.ts'
import { findRelease } from './records.ts'
import { dropFigureCitation, keepFigureCitation } from './records-citations.ts'

/** The next brief of the consultation says this figure, as it was released. */
export const citeFigure = command(CiteFigure, async (act, { surveyId, number, question }) => {
  const { trx, actor, now, announce } = act
  const consultationId = await holdToCite(act, surveyId)
  const release = await findRelease(trx, surveyId, number)
  const figure = release?.content.figures.find((each) => each.question === question)
  if (!figure) throw new Refusal('unseen', 'figure')
  if (figure.withheld) throw new Refusal('conflict', 'figure-not-told')
  await keepFigureCitation(trx, {
    consultationId,
    surveyId,
    releaseNumber: number,
    question,
    citedBy: actor.id,
    citedAt: now,
  })
  await announce({
    streamId: consultationId,
    name: 'survey-figure-cited',
    about: surveyId,
    body: { number, question },
  })
  return { surveyId }
})

export const withdrawFigure = command(WithdrawFigure, async (act, { surveyId, question }) => {
  const consultationId = await holdToCite(act, surveyId)
  await dropFigureCitation(act.trx, { consultationId, surveyId, question })
  return { surveyId }
})

async function holdToCite({ trx, actor, now }: Act, surveyId: string): Promise<string> {
  const survey = await holdSurvey(trx, actor, surveyId, now)
  const consultation = await holdConsultation(trx, actor, survey.consultationId, now)
  insist(mayLead(await powersAt(trx, actor, { tableId: survey.tableId }, now)))
  if (consultation.closedAt !== null) throw new Refusal('conflict', 'consultation-closed')
  return survey.consultationId
}
