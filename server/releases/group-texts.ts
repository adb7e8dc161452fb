import { command } from '../command.ts'
import { Refusal } from '../refusal.ts'
import { seeSurveyAsLeader } from '../surveys/index.ts'
import { AddTheme, GroupText, RemoveTheme } from './contract.ts'
import { holdText, holdTexts } from './hold-texts.ts'
import { dropTheme, keepGrouping, keepTheme } from './records-texts.ts'

/** What somebody who reads the texts of a question found that they speak of. */
export const addTheme = command(AddTheme, async ({ trx, actor, now }, { surveyId, question, title }) => {
  await holdTexts(trx, actor, surveyId, question, now)
  await keepTheme(trx, { surveyId, question, title, madeBy: actor.id, madeAt: now })
  return { surveyId }
})

export const removeTheme = command(RemoveTheme, async ({ trx, actor, now }, { surveyId, themeId }) => {
  await seeSurveyAsLeader(trx, actor, surveyId, now)
  if (!(await dropTheme(trx, surveyId, themeId))) throw new Refusal('unseen', 'theme')
  return { surveyId }
})

/** A text stands in the themes that are ticked, and in no others of its question. */
export const groupText = command(
  GroupText,
  async ({ trx, actor, now }, { surveyId, responseId, question, themeId }) => {
    await holdText(trx, actor, { surveyId, responseId, question }, now)
    await keepGrouping(trx, { surveyId, responseId, question, themes: themeId })
    return { surveyId }
  },
)
