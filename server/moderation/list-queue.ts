import { saidIn } from '../by-language.ts'
import { query } from '../query.ts'
import { refuseField, Refusal } from '../refusal.ts'
import { ListQueue, type Queue } from './contract.ts'
import { isModerator, listReported, queuePage } from './records-reading.ts'

/** What waits for a moderator's decision at their tables: reasons and how many people, never who. */
export const listQueue = query(ListQueue, async ({ db, actor }, { after }): Promise<Queue> => {
  if (actor.kind === 'guest') throw new Refusal('forbidden', 'sign-in-first')
  if (!(await isModerator(db, actor.id))) throw new Refusal('forbidden', 'only-for-moderators')
  const rows = await listReported(db, actor.id, after === undefined ? undefined : placeIn(after))
  const reported = rows.slice(0, queuePage).map(({ consultationId, consultationTitle, firstAt, ...row }) => ({
    ...row,
    consultation: { id: consultationId, title: saidIn(consultationTitle, actor.language) },
    firstAt: firstAt.toISOString(),
  }))
  const last = reported.at(-1)
  return { reported, after: rows.length > queuePage && last ? `${last.firstAt}~${last.id}` : null }
})

function placeIn(after: string): { firstAt: string; id: string } {
  const [firstAt = '', id = ''] = after.split('~')
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(firstAt) || !/^[0-9a-f-]{36}$/.test(id))
    throw refuseField('after', 'not-valid')
  return { firstAt, id }
}
