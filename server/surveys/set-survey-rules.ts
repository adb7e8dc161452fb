import { command } from '../command.ts'
import { insist, refuseField } from '../refusal.ts'
import { type FormDefinition, type Quota, SetSurveyRules, type Texts } from './contract.ts'
import { formOf } from './form-of.ts'
import { holdDraft } from './hold-survey.ts'
import { questionsAskedOnce, questionsByPath } from './question-paths.ts'
import { keepRules } from './records.ts'
import { mayBeDatedSo, spokenLanguages } from './rules.ts'
import { surveyLimits } from './words.ts'

/** Who may answer, when, how often, what is promised to them, and what they are told at the end; until the survey opens. */
export const setSurveyRules = command(SetSurveyRules, async ({ trx, actor, now }, asked) => {
  const survey = await holdDraft(trx, actor, asked, now)
  const form = await formOf(trx, survey)
  if (asked.access.length === 0) throw refuseField('access', 'needed')
  insist(mayBeDatedSo(asked, now))
  await keepRules(
    trx,
    survey.id,
    {
      title: asked.title,
      access: [...new Set(asked.access)],
      opensAt: asked.opensAt,
      closesAt: asked.closesAt,
      timesEach: asked.timesEach ?? null,
      mostResponses: asked.mostResponses ?? null,
      isApart: asked.isApart === 'yes',
      isSensitive: asked.isSensitive === 'yes',
      takesOnBehalf: asked.takesOnBehalf === 'yes',
      thanks: thanksIn(form, asked.thanks),
      quotas: quotasIn(form, asked),
    },
    now,
  )
  return { surveyId: survey.id }
})

function thanksIn(form: FormDefinition, thanks: string[]): Texts {
  return Object.fromEntries(
    spokenLanguages(form).flatMap((language, index): [string, string][] => {
      const text = thanks[index] ?? ''
      return text === '' ? [] : [[language, text]]
    }),
  )
}

/** A quota is of a choice that the form has; a row that a form sends empty is none. */
function quotasIn(form: FormDefinition, { quota, quotaMost }: SetSurveyRules): Quota[] {
  const questions = questionsByPath(form)
  const askedOnce = questionsAskedOnce(form)
  const quotas = quota.flatMap((written, index): Quota[] => {
    if (written === undefined) return []
    const [question = '', choice = ''] = written.split(' ')
    const list = questions.get(question)?.list
    const isThere = list !== undefined && (form.lists[list] ?? []).some(({ name }) => name === choice)
    if (!isThere) throw refuseField('quota', 'not-in-list')
    // Responses are counted, and one of them may give such an answer many times.
    if (!askedOnce.has(question)) throw refuseField('quota', 'quota-in-repeat')
    const most = quotaMost[index]
    if (most === undefined) throw refuseField('quotaMost', 'needed')
    return [{ question, choice, most }]
  })
  if (quotas.length > surveyLimits.quotas) throw refuseField('quota', 'not-in-list')
  if (new Set(quotas.map(({ question, choice }) => `${question} ${choice}`)).size < quotas.length)
    throw refuseField('quota', 'quota-doubled')
  return quotas
}
