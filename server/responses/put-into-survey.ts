import type { Trx } from '#db/database.ts'
import type { Actor } from '../ground.ts'
import { insist, Refusal } from '../refusal.ts'
import type { AnsweringAs, SurveyAnswered } from './contract.ts'
import { electorOf } from './elector.ts'
import type { Settled } from './filling/settle.ts'
import { quotasFull } from './quotas.ts'
import { countSent, holdForSending, keepAuthor, markAnswered } from './records-sending.ts'
import { mayBeAnswered, timesFor } from './rules.ts'
import { surveyStateAt } from '../surveys/index.ts'

/**
 * What every way of sending has alike: nothing is wrong in it, the survey still takes it, its author has not answered as often as
 * each may. `as` is null where somebody else typed it in: then nobody is marked.
 */
export async function putIntoSurvey(
  { trx, actor, now }: { trx: Trx; actor: Actor; now: Date },
  seen: { survey: SurveyAnswered; isInside: boolean },
  { as, settled, put }: { as: AnsweringAs | null; settled: Settled; put: () => Promise<string | undefined> },
): Promise<void> {
  const { survey } = seen
  if (Object.keys(settled.wrong).length > 0) throw new Refusal('invalid', 'fields', { fields: settled.wrong })
  const elector = as && (await electorOf(trx, actor, seen, as, now))
  const state = await holdForSending(trx, survey)
  insist(mayBeAnswered(surveyStateAt({ ...survey, state: state ?? 'closed' }, now)))
  if (survey.mostResponses !== null && (await countSent(trx, survey.id)) >= survey.mostResponses)
    throw new Refusal('conflict', 'survey-full')
  const full = await quotasFull(trx, survey, settled.filled)
  if (Object.keys(full).length > 0) throw new Refusal('invalid', 'fields', { fields: full })
  const responseId = await put()
  // The same one was sent before: it is there, and its author is marked.
  if (responseId === undefined) return
  if (elector && !(await markAnswered(trx, survey.id, elector, timesFor(elector.unit, survey.timesEach))))
    throw new Refusal('conflict', 'survey-answered-already')
  if (survey.isApart) return
  // What somebody else typed in is theirs by this hand: of its author there is nothing but the consent.
  const typist = as === null && actor.kind === 'person' ? actor.id : null
  const author = typist === null ? elector : { unit: 'person' as const, electorId: typist }
  if (author) await keepAuthor(trx, responseId, author, typist)
}
