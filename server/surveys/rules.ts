import { Refusal, refuseField, type Verdict } from '../refusal.ts'
import type { Powers } from '../consultations/contract.ts'
import type { FormDefinition, SheetProblem, SurveySeen, Texts } from './contract.ts'
import type { SurveyState } from './words.ts'

type Dated = Pick<SurveySeen, 'state' | 'openedBy' | 'opensAt' | 'closesAt'>

/** Where a survey stands at a moment: the date counts, also before the job has written it down. */
export function surveyStateAt({ state, openedBy, opensAt, closesAt }: Dated, now: Date): SurveyState {
  if (state === 'closed' || (state === 'open' && now >= closesAt)) return 'closed'
  if (state === 'open') return now < opensAt ? 'planned' : 'open'
  return openedBy === null ? 'draft' : 'planned'
}

/** What was opened never changes, and what another has changed meanwhile is looked at first. */
export function mayRevise(survey: { state: string; version: number }, version: number): Verdict {
  if (survey.state !== 'draft') return new Refusal('conflict', 'survey-already-open')
  return survey.version === version ? true : new Refusal('conflict', 'survey-changed-meanwhile')
}

export function mayBeDatedSo({ opensAt, closesAt }: { opensAt: Date; closesAt: Date }, now: Date): Verdict {
  if (closesAt <= now) return refuseField('closesAt', 'must-be-later')
  return closesAt > opensAt ? true : refuseField('closesAt', 'closes-before-it-opens')
}

/** The languages in which a form is asked; one without a name is asked in its default. */
export function spokenLanguages(form: FormDefinition): string[] {
  const named = form.languages.filter((language) => language !== '')
  return named.length > 0 ? named : ['']
}

/** What an opening still waits for, by the reason that it would be refused with. */
export function missingToOpen(
  survey: Pick<SurveySeen, 'thanks' | 'plan' | 'closesAt' | 'opensAt'> & { form: FormDefinition },
  problems: SheetProblem[],
  now: Date,
): string[] {
  const { form, thanks, plan, closesAt } = survey
  return [
    ...(problems.some(({ severity }) => severity === 'error') ? ['survey-form-unfinished'] : []),
    ...(isSaidInAll(thanks, form) ? [] : ['survey-thanks-missing']),
    ...(closesAt > now ? [] : ['survey-closes-in-the-past']),
    ...(plan.tables.length > 0 && plan.days.length === 0 ? ['survey-days-missing'] : []),
  ]
}

function isSaidInAll(texts: Texts, form: FormDefinition): boolean {
  return spokenLanguages(form).every((language) => (texts[language] ?? '').trim() !== '')
}

/** Its representative for an organisation, or who leads the table for any; while it is open and takes codes. */
export function mayMakeCodes(
  survey: Dated & Pick<SurveySeen, 'access'>,
  who: { powers: Pick<Powers, 'representsOrganisations'>; leads: boolean },
  organisationId: string,
  now: Date,
): Verdict {
  if (!who.leads && !who.powers.representsOrganisations.some(({ id }) => id === organisationId))
    return new Refusal('forbidden', 'only-for-representatives')
  if (!survey.access.includes('code')) return new Refusal('conflict', 'survey-takes-no-codes')
  return surveyStateAt(survey, now) === 'closed' ? new Refusal('conflict', 'survey-not-open') : true
}
