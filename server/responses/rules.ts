import type { Powers } from '../consultations/contract.ts'
import { Refusal, type Verdict } from '../refusal.ts'
import type { SurveyAnswered } from './contract.ts'
import type { SurveyState } from '../surveys/words.ts'

export function mayBeAnswered(state: SurveyState): Verdict {
  if (state === 'open') return true
  return new Refusal('conflict', state === 'closed' ? 'survey-closed' : 'survey-not-open')
}

/** How often one of a kind may answer. A printed code is good once where nothing else is said. */
export function timesFor(unit: 'person' | 'seat' | 'code', timesEach: number | null): number | null {
  return unit === 'code' ? (timesEach ?? 1) : timesEach
}

/** Whoever speaks for a verified organisation, where the survey lets others' answers be typed in. */
export function mayEnterOnBehalf(
  { takesOnBehalf }: Pick<SurveyAnswered, 'takesOnBehalf'>,
  { representsOrganisations }: Pick<Powers, 'representsOrganisations'>,
): Verdict {
  if (!takesOnBehalf) return new Refusal('forbidden', 'survey-not-on-behalf')
  return representsOrganisations.length > 0 ? true : new Refusal('forbidden', 'only-for-organisations')
}
