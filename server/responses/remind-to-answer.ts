import { command } from '../command.ts'
import { mayLead, powersAt } from '../consultations/index.ts'
import { daysBefore } from '../in-parts.ts'
import { sendMail } from '../mails/index.ts'
import { insist, Refusal } from '../refusal.ts'
import { RemindToAnswer } from './contract.ts'
import { isRemindedSince, listWhoMayAnswer } from './records-reminded.ts'
import { mayBeAnswered } from './rules.ts'
import { seeSurveyAnswered } from './see-survey.ts'
import { surveyStateAt } from '../surveys/index.ts'

/** Writes to everybody who may answer, whether or not they have: nobody can tell from a mail who has not. Once a day. */
export const remindToAnswer = command(
  RemindToAnswer,
  async ({ trx, actor, now, announce, ground }, { surveyId }) => {
    const { survey } = await seeSurveyAnswered(trx, actor, surveyId)
    insist(mayLead(await powersAt(trx, actor, { tableId: survey.tableId }, now)))
    insist(mayBeAnswered(surveyStateAt(survey, now)))
    if (!survey.access.includes('account') && !survey.access.includes('seat'))
      throw new Refusal('conflict', 'survey-nobody-to-remind')
    // Its place in the stream makes a second one wait for it, and then see it.
    const seq = await announce({ streamId: survey.consultationId, name: 'survey-reminded', about: surveyId })
    if (await isRemindedSince(trx, survey, { since: daysBefore(now, 1), before: seq }))
      throw new Refusal('conflict', 'survey-reminded-already')
    const people = await listWhoMayAnswer(trx, survey, now)
    for (const { personId, email, language } of people)
      await sendMail(trx, {
        recipient: email,
        personId,
        language,
        kind: 'survey-reminder',
        values: { link: new URL(`/surveys/${surveyId}`, ground.settings.publicUrl).href },
      })
    return { surveyId, many: people.length }
  },
)
