import { randomInt } from 'node:crypto'
import { guestCommand } from '../command.ts'
import { insist, Refusal } from '../refusal.ts'
import { romeDay } from '../rome-day.ts'
import { BeginResponse } from './contract.ts'
import { electorOf } from './elector.ts'
import { formOpened, languageIn } from './form-opened.ts'
import { keepBegun } from './records.ts'
import { countAnswered, countSent } from './records-sending.ts'
import { mayBeAnswered, timesFor } from './rules.ts'
import { hashOf, newKey } from './secrets.ts'
import { seeSurveyAnswered } from './see-survey.ts'
import { surveyStateAt } from '../surveys/index.ts'

const mostSeeds = 2 ** 31

/**
 * Begins a response. Its code is told to its author alone; the response says nothing of who they are, and whether they may send
 * it is asked again then.
 */
export const beginResponse = guestCommand(
  BeginResponse,
  async ({ trx, actor, now, ground }, { surveyId, language, ...as }) => {
    await ground.limits.take('response-by-network', actor.network)
    const seen = await seeSurveyAnswered(trx, actor, surveyId)
    const { survey } = seen
    insist(mayBeAnswered(surveyStateAt(survey, now)))
    const elector = await electorOf(trx, actor, seen, as, now)
    if (elector) {
      const most = timesFor(elector.unit, survey.timesEach)
      const [answered] = most === null ? [] : await countAnswered(trx, surveyId, [elector])
      if (answered && most !== null && answered.times >= most)
        throw new Refusal('conflict', 'survey-answered-already')
    }
    if (survey.mostResponses !== null && (await countSent(trx, surveyId)) >= survey.mostResponses)
      throw new Refusal('conflict', 'survey-full')
    const key = newKey()
    await keepBegun(trx, {
      surveyId,
      keyHash: hashOf(key),
      language: languageIn(await formOpened(trx, survey), language, actor.language).name,
      seed: randomInt(mostSeeds),
      consent: null,
      day: romeDay(now),
    })
    return { surveyId, key }
  },
)
