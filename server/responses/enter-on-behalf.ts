import { randomInt } from 'node:crypto'
import { command } from '../command.ts'
import { powersAt } from '../consultations/index.ts'
import { insist, Refusal } from '../refusal.ts'
import { romeDay } from '../rome-day.ts'
import { query } from '../query.ts'
import { EnterOnBehalf, ShowOnBehalf, type OnBehalfShown, type SurveyAnswered } from './contract.ts'
import { formOpened, languageIn } from './form-opened.ts'
import { keepBegun } from './records.ts'
import { mayBeAnswered, mayEnterOnBehalf } from './rules.ts'
import { hashOf, newKey } from './secrets.ts'
import { seeSurveyAnswered } from './see-survey.ts'
import { surveyStateAt } from '../surveys/index.ts'

/**
 * Somebody who speaks for an organisation begins to type in what a person says or wrote on paper, who agreed to it. That it was
 * begun, and by whom, is an event of the consultation; nothing says of whom it was.
 */
export const enterOnBehalf = command(
  EnterOnBehalf,
  async ({ trx, actor, now, announce }, { surveyId, consent, language }) => {
    const { survey } = await seeSurveyAnswered(trx, actor, surveyId)
    insist(mayEnterOnBehalf(survey, await powersAt(trx, actor, { tableId: survey.tableId }, now)))
    insist(mayBeAnswered(surveyStateAt(survey, now)))
    const key = newKey()
    await keepBegun(trx, {
      surveyId,
      keyHash: hashOf(key),
      language: languageIn(await formOpened(trx, survey), language, actor.language).name,
      seed: randomInt(2 ** 31),
      consent,
      day: romeDay(now),
    })
    await announce({
      streamId: survey.consultationId,
      name: 'survey-entered-on-behalf',
      about: surveyId,
      body: { consent },
    })
    return { surveyId, key }
  },
)

export const showOnBehalf = query(
  ShowOnBehalf,
  async ({ db, actor, now }, { surveyId, language }): Promise<OnBehalfShown> => {
    if (actor.kind === 'guest') throw new Refusal('forbidden', 'sign-in-first')
    const { survey } = await seeSurveyAnswered(db, actor, surveyId)
    insist(mayEnterOnBehalf(survey, await powersAt(db, actor, { tableId: survey.tableId }, now)))
    const opened = await formOpened(db, survey)
    return {
      survey: asNamed(survey),
      language: languageIn(opened, language, actor.language),
      languages: opened.languages,
    }
  },
)

function asNamed({ id, title }: SurveyAnswered) {
  return { id, title }
}
