import type { Reader } from '#db/database.ts'
import type { SurveyAnswered, Wrong } from './contract.ts'
import { chosenIn } from './filling/judge.ts'
import { everyPlace } from './filling/lay-out.ts'
import type { Filled } from './filling/work-out.ts'
import { countWithChoice } from './records-sending.ts'

/**
 * Choices of which enough responses have come already. While pages are kept it spares people the rest of the form; when a
 * response is sent, under the survey's lock, it decides.
 */
export async function quotasFull(
  db: Reader,
  { id, quotas }: Pick<SurveyAnswered, 'id' | 'quotas'>,
  filled: Filled,
  only?: ReadonlySet<string>,
): Promise<Wrong> {
  const full: Wrong = {}
  if (quotas.length === 0) return full
  for (const place of everyPlace(filled.whole.inside)) {
    if (place.is !== 'question' || !place.isRelevant || (only && !only.has(place.path))) continue
    for (const { question, choice, most } of quotas) {
      if (question !== place.id || !chosenIn(place).includes(choice)) continue
      if ((await countWithChoice(db, id, question, choice)) >= most)
        full[place.path] = { reason: 'survey-quota-full' }
    }
  }
  return full
}
