import { leadsTable, powersAt, seeConsultation } from '../consultations/index.ts'
import { query } from '../query.ts'
import { isRefusal, Refusal } from '../refusal.ts'
import { romeDay } from '../rome-day.ts'
import { formOf, seeSurvey } from '../surveys/index.ts'
import { ShowResults, type ResultsShown } from './contract.ts'
import { findRelease, listReleases } from './records.ts'
import { listCitedQuestions } from './records-citations.ts'
import { isReleaseDay, mayRelease } from './rules.ts'

/** What was released of a survey, to everybody who may see its consultation; no number of it is told before that. */
export const showResults = query(
  ShowResults,
  async ({ db, actor, now }, { surveyId, number }): Promise<ResultsShown> => {
    const survey = await seeSurvey(db, actor, surveyId, now)
    // Who has only a link to answer has not the consultation that asks.
    if (!survey.isInside || survey.state === 'draft') throw new Refusal('unseen', 'survey')
    const consultation = await seeConsultation(db, actor, survey.consultationId, now)
    const powers = await powersAt(db, actor, { tableId: survey.tableId }, now)
    const leads = leadsTable(powers)
    const releases = await listReleases(db, surveyId)
    const shown = number ?? releases[0]?.number
    const release = shown === undefined ? undefined : await findRelease(db, surveyId, shown)
    if (number !== undefined && !release) throw new Refusal('unseen', 'release')
    const verdict = isReleaseDay(survey, releases.length, romeDay(now))
    const form = await formOf(db, survey)
    return {
      survey: {
        id: surveyId,
        title: survey.title,
        isSensitive: survey.isSensitive,
        languages: form.languages,
        days: survey.plan.days,
      },
      consultation: { id: consultation.id, title: consultation.title },
      release: release ?? null,
      releases,
      cited: leads ? await listCitedQuestions(db, survey.consultationId, surveyId) : [],
      may: {
        lead: leads,
        release: mayRelease(powers) === true && verdict === true,
        cite: leads && release !== undefined && consultation.closedAt === null,
      },
      waits: leads && isRefusal(verdict) ? verdict.reason : null,
    }
  },
)
