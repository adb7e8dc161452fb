import type { Reader } from '#db/database.ts'
import type { Actor } from '../ground.ts'
import { insist, Refusal } from '../refusal.ts'
import { formOf, seeSurveyAsLeader } from '../surveys/index.ts'
import { thresholds } from './disclosure/tables.ts'
import { countResponses } from './records-counts.ts'
import { findText } from './records-texts.ts'
import { mayRead } from './rules.ts'
import { textQuestions } from './text-questions.ts'

/** A survey whose texts this person, who leads its table, may read now. */
export async function holdTexts(db: Reader, actor: Actor, surveyId: string, question: string, now: Date) {
  const survey = await seeSurveyAsLeader(db, actor, surveyId, now)
  insist(mayRead(survey, await countResponses(db, surveyId), thresholds(survey.isSensitive)))
  if (!textQuestions(await formOf(db, survey)).some((each) => each.question === question))
    throw new Refusal('unseen', 'text')
  return survey
}

/** One text of it, and the code of the language it was answered in. */
export async function holdText(
  db: Reader,
  actor: Actor,
  asked: { surveyId: string; responseId: string; question: string },
  now: Date,
) {
  const survey = await holdTexts(db, actor, asked.surveyId, asked.question, now)
  const found = await findText(db, asked)
  if (!found) throw new Refusal('unseen', 'text')
  return { survey, ...found, language: codeOf(found.language) }
}

/** `ar` of `العربية (ar)`. */
export function codeOf(language: string): string {
  return /\(([a-z]{2,3})\b[^)]*\)\s*$/.exec(language)?.[1] ?? 'it'
}
