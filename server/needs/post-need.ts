import { command } from '../command.ts'
import { holdConsultation, mayLead, mayTakePart, powersAt } from '../consultations/index.ts'
import { insist, refuseField } from '../refusal.ts'
import { acceptNeed } from './accept-need.ts'
import { PostNeed } from './contract.ts'
import { findByClientId, isSurveyHere, keepNeed } from './records.ts'
import { dropDraft } from './records-drafts.ts'
import { mayPost, speaksFor } from './rules.ts'

/**
 * Posts a need for an organisation one represents or, where the consultation is open to anyone registered, for oneself. Who
 * leads the table also posts what the answers to a survey say, for no organisation.
 */
export const postNeed = command(PostNeed, async ({ trx, actor, now, announce, ground }, asked) => {
  const first = await findByClientId(trx, actor.id, asked.clientId)
  if (first) return { id: first.id }
  await ground.limits.take('need-by-person', actor.id)
  const consultation = await holdConsultation(trx, actor, asked.consultationId, now)
  const powers = await powersAt(trx, actor, { consultationId: consultation.id }, now)
  insist(mayPost(consultation))
  const { surveyId } = asked
  if (surveyId === undefined) insist(mayTakePart(consultation, powers, actor))
  else insist(mayLead(powers))
  if (surveyId !== undefined && !(await isSurveyHere(trx, consultation.id, surveyId)))
    throw refuseField('surveyId', 'not-in-list')
  const organisationId = surveyId === undefined ? speaksFor(consultation, powers, asked.organisationId) : null
  const written = await acceptNeed(trx, asked, now)
  const clientId = asked.clientId ?? null
  const { id, isNew } = await keepNeed(trx, {
    ...written,
    consultationId: consultation.id,
    authorId: actor.id,
    organisationId,
    surveyId: surveyId ?? null,
    clientId,
    postedAt: now,
  })
  if (!isNew) return { id }
  if (clientId) await dropDraft(trx, actor.id, clientId)
  await announce({ streamId: consultation.id, name: 'need-posted', about: id, body: { organisationId } })
  return { id }
})
