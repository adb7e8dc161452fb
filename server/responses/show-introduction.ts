import { saidIn } from '../by-language.ts'
import { mayLead, powersAt } from '../consultations/index.ts'
import { query } from '../query.ts'
import { spokenIn, surveyStateAt } from '../surveys/index.ts'
import { ShowIntroduction, ShowThanks, type IntroductionShown, type ThanksShown } from './contract.ts'
import { waysFor } from './elector.ts'
import { formOpened, languageIn } from './form-opened.ts'
import { findSetting } from './records.ts'
import { mayBeAnswered, mayEnterOnBehalf } from './rules.ts'
import { seeSurveyAnswered } from './see-survey.ts'

/** What a survey is, who runs it, what happens with the answers, and how this reader may answer it. */
export const showIntroduction = query(
  ShowIntroduction,
  async ({ db, actor, now }, { surveyId, language: asked }): Promise<IntroductionShown> => {
    const seen = await seeSurveyAnswered(db, actor, surveyId)
    const { survey } = seen
    const opened = await formOpened(db, survey)
    const language = languageIn(opened, asked, actor.language)
    const { table, consultation } = await findSetting(db, surveyId)
    const powers = await powersAt(db, actor, { tableId: survey.tableId }, now)
    const { id, title, opensAt, closesAt, isApart, isSensitive, timesEach } = survey
    return {
      survey: {
        id,
        title,
        opensAt,
        closesAt,
        isApart,
        isSensitive,
        timesEach,
        language: languageIn(opened).code,
      },
      stage: surveyStateAt(survey, now),
      consultation: seen.isInside
        ? { id: survey.consultationId, title: saidIn(consultation, actor.language) }
        : null,
      table: saidIn(table, actor.language),
      questions: opened.questions,
      pages: opened.pages.length,
      worksOffline: !opened.asksFiles,
      language,
      languages: opened.languages,
      thanks: spokenIn(survey.thanks, language.name, opened.form),
      ways: await waysFor(db, actor, seen, now),
      may: {
        lead: mayLead(powers) === true,
        enterOnBehalf:
          mayBeAnswered(surveyStateAt(survey, now)) === true && mayEnterOnBehalf(survey, powers) === true,
      },
    }
  },
)

/** What somebody reads who has answered, and whether they may answer once more. */
export const showThanks = query(
  ShowThanks,
  async ({ db, actor, now }, { surveyId, language: asked }): Promise<ThanksShown> => {
    const seen = await seeSurveyAnswered(db, actor, surveyId)
    const { survey } = seen
    const opened = await formOpened(db, survey)
    const language = languageIn(opened, asked, actor.language)
    return {
      survey: { id: survey.id, title: survey.title },
      language,
      thanks: spokenIn(survey.thanks, language.name, opened.form),
      ways: await waysFor(db, actor, seen, now),
      mayEnterOnBehalf:
        mayBeAnswered(surveyStateAt(survey, now)) === true &&
        mayEnterOnBehalf(survey, await powersAt(db, actor, { tableId: survey.tableId }, now)) === true,
    }
  },
)
