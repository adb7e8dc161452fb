import { mayLead, powersAt, seeConsultation } from '../consultations/index.ts'
import { query } from '../query.ts'
import { ListSurveys, OfSurvey, type SurveyComposed, type SurveyListed } from './contract.ts'
import { formOf } from './form-of.ts'
import { seeSurveyAsLeader } from './hold-survey.ts'
import { problemsOf } from './problems-of.ts'
import { listSurveysOf } from './records.ts'
import { missingToOpen, surveyStateAt } from './rules.ts'

/** A survey as who leads its table composes it: the form, its rules, what was noticed and what is still missing. */
export const showSurvey = query(
  OfSurvey,
  async ({ db, actor, now }, { surveyId }): Promise<SurveyComposed> => {
    const survey = await seeSurveyAsLeader(db, actor, surveyId, now)
    const [form, consultation] = await Promise.all([
      formOf(db, survey),
      seeConsultation(db, actor, survey.consultationId, now),
    ])
    const problems = problemsOf(form)
    return {
      ...survey,
      stage: surveyStateAt(survey, now),
      consultation: { id: consultation.id, title: consultation.title },
      form,
      problems,
      missing: survey.state === 'draft' ? missingToOpen({ ...survey, form }, problems, now) : [],
    }
  },
)

/** The surveys of a consultation, the newest first; drafts only for who leads its table. */
export const listSurveys = query(
  ListSurveys,
  async (
    { db, actor, now },
    { consultationId },
  ): Promise<{ leads: boolean; mayCompose: boolean; surveys: SurveyListed[] }> => {
    const { closedAt } = await seeConsultation(db, actor, consultationId, now)
    const leads = mayLead(await powersAt(db, actor, { consultationId }, now)) === true
    const rows = await listSurveysOf(db, consultationId, leads)
    return {
      leads,
      mayCompose: leads && closedAt === null,
      surveys: rows.map(({ id, title, opensAt, closesAt, ...row }) => ({
        id,
        title,
        isDraft: row.state === 'draft',
        state: surveyStateAt({ ...row, opensAt, closesAt }, now),
        opensAt,
        closesAt,
      })),
    }
  },
)
