import { guestCommand } from '../command.ts'
import { powersAt } from '../consultations/index.ts'
import { insist, Refusal } from '../refusal.ts'
import { SendResponse } from './contract.ts'
import { settle } from './filling/settle.ts'
import { formOpened } from './form-opened.ts'
import { putIntoSurvey } from './put-into-survey.ts'
import { knownFor } from './keep-page.ts'
import { holdBegun } from './records.ts'
import { isSentAlready, keepSent } from './records-sending.ts'
import { mayBeAnswered, mayEnterOnBehalf } from './rules.ts'
import { hashOf } from './secrets.ts'
import { seeSurveyAnswered } from './see-survey.ts'
import { surveyStateAt } from '../surveys/index.ts'

/**
 * Sends a response: the roll says that its author has answered, the response what, and both are written or neither. From then on
 * its code finds nothing. Sent twice, as a phone does after a time-out, it is the same response.
 */
export const sendResponse = guestCommand(
  SendResponse,
  async ({ trx, actor, now, ground }, { surveyId, key, clientId, ...as }) => {
    const seen = await seeSurveyAnswered(trx, actor, surveyId)
    const response = await holdBegun(trx, { surveyId, keyHash: hashOf(key) })
    if (!response) {
      if (await isSentAlready(trx, surveyId, clientId)) return { surveyId }
      throw new Refusal('unseen', 'response')
    }
    insist(mayBeAnswered(surveyStateAt(seen.survey, now)))
    if (response.consent !== null) {
      if (actor.kind === 'guest') throw new Refusal('forbidden', 'sign-in-first')
      insist(mayEnterOnBehalf(seen.survey, await powersAt(trx, actor, seen.survey, now)))
    }
    const opened = await formOpened(trx, seen.survey)
    const setting = { language: response.language, seed: response.seed, now }
    const settled = settle(opened.form, response, setting, await knownFor(trx, ground, response, opened))
    if (Object.keys(settled.wrong).length === 0 && response.page < opened.pages.length)
      throw new Refusal('conflict', 'survey-page-skipped')
    await putIntoSurvey({ trx, actor, now }, seen, {
      as: response.consent === null ? as : null,
      settled,
      put: async () => {
        await keepSent(trx, response.id, { ...settled, clientId })
        return response.id
      },
    })
    return { surveyId }
  },
)
