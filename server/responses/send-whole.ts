import { randomInt } from 'node:crypto'
import { guestCommand } from '../command.ts'
import { insist, Refusal } from '../refusal.ts'
import { SendWhole } from './contract.ts'
import { settle, takeWhole } from './filling/settle.ts'
import { formOpened, languageIn, placesFor } from './form-opened.ts'
import { putIntoSurvey } from './put-into-survey.ts'
import { isSentAlready, keepWhole } from './records-sending.ts'
import { mayBeAnswered } from './rules.ts'
import { seeSurveyAnswered } from './see-survey.ts'
import { surveyStateAt } from '../surveys/index.ts'

/**
 * Sends a response at once, as a phone does that was without a line: taken, judged and stored as if it had come page by page. The
 * same one sent again is the same response.
 */
export const sendWhole = guestCommand(
  SendWhole,
  async ({ trx, actor, now, ground }, { surveyId, language, fields, clientId, timesByDevice = 0, ...as }) => {
    await ground.limits.take('response-by-network', actor.network)
    const seen = await seeSurveyAnswered(trx, actor, surveyId)
    if (await isSentAlready(trx, surveyId, clientId)) return { surveyId, isNew: false }
    insist(mayBeAnswered(surveyStateAt(seen.survey, now)))
    const { timesEach } = seen.survey
    if (as.by === 'link' && timesEach !== null && timesByDevice >= timesEach)
      throw new Refusal('conflict', 'survey-answered-already')
    const opened = await formOpened(trx, seen.survey)
    const spoken = languageIn(opened, language, actor.language).name
    const setting = { language: spoken, seed: randomInt(2 ** 31), now }
    const taken = takeWhole(opened.form, fields, setting)
    const places = await placesFor(ground.db, trx, opened)
    const settled = settle(opened.form, taken, setting, { territories: places.codes, files: new Map() })
    const wrong = { ...settled.wrong, ...taken.refused }
    if (Object.keys(wrong).length > 0) throw new Refusal('invalid', 'fields', { fields: wrong })
    await putIntoSurvey({ trx, actor, now }, seen, {
      as,
      settled,
      put: () => keepWhole(trx, { ...settled, surveyId, language: spoken, seed: setting.seed, clientId }),
    })
    return { surveyId, isNew: true }
  },
)
