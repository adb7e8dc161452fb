import { query } from '../query.ts'
import { isRefusal } from '../refusal.ts'
import { formOf, seeSurveyAsLeader } from '../surveys/index.ts'
import { ReadTexts, ShowText, type TextsRead } from './contract.ts'
import { thresholds } from './disclosure/tables.ts'
import { codeOf, holdText } from './hold-texts.ts'
import { countResponses } from './records-counts.ts'
import { listQuotations, listTexts, listThemes } from './records-texts.ts'
import { mayRead } from './rules.ts'
import { textQuestions } from './text-questions.ts'

const onPage = 20

/** Texts of one question, some at a time, with the themes that people found in them; for who leads the table. */
export const readTexts = query(
  ReadTexts,
  async ({ db, actor, now }, { surveyId, question, after }): Promise<TextsRead> => {
    const survey = await seeSurveyAsLeader(db, actor, surveyId, now)
    const limits = thresholds(survey.isSensitive)
    const questions = textQuestions(await formOf(db, survey))
    const verdict = mayRead(survey, await countResponses(db, surveyId), limits)
    const read =
      verdict === true
        ? questions.find((each) => each.question === (question ?? questions[0]?.question))
        : undefined
    const found = read
      ? await listTexts(db, surveyId, read.question, { after: after ?? '', most: onPage + 1 })
      : []
    return {
      survey: { id: surveyId, title: survey.title },
      questions,
      question: read ?? null,
      texts: found.slice(0, onPage).map(({ responseId, text, language, isQuotable, isQuoted, themes }) => ({
        responseId,
        text,
        language: codeOf(language),
        isQuotable,
        isQuoted,
        themes,
      })),
      older: found.length > onPage ? (found[onPage - 1]?.mark ?? null) : null,
      themes: read ? await listThemes(db, surveyId, read.question) : [],
      quotations: read ? await listQuotations(db, surveyId, read.question) : [],
      fewestShown: limits.k,
      waits: isRefusal(verdict) ? verdict.reason : null,
    }
  },
)

/** One text, to be taken up as a need or a statement. */
export const showText = query(ShowText, async ({ db, actor, now }, asked) => {
  const { survey, text, language } = await holdText(db, actor, asked, now)
  return {
    survey: { id: survey.id, title: survey.title, consultationId: survey.consultationId },
    text,
    language,
  }
})
