import { sql } from 'kysely'
import type { Trx } from '#db/database.ts'
import type { Language } from '../ground.ts'
import { romeDay } from '../rome-day.ts'

export type Reminded = { personId: string; email: string; language: Language }

/**
 * Everybody who may answer, whether or not they have: with an account whoever is inside the consultation or follows it, for a
 * seat who fills one. Nothing about the roll is looked at, so that a mail can say nothing of it.
 */
export async function listWhoMayAnswer(
  trx: Trx,
  survey: { consultationId: string; tableId: string; access: readonly string[] },
  now: Date,
): Promise<Reminded[]> {
  const day = romeDay(now)
  const { rows } = await sql<Reminded>`
    select p.id as person_id, p.email, p.language from people p where p.email is not null and (
      (${survey.access.includes('account')} and (p.id in (select i.person_id from consultation_people i where i.consultation_id = ${survey.consultationId})
        or p.id in (select f.person_id from follows f where f.subject_kind = 'consultation' and f.subject_id = ${survey.consultationId})))
      or (${survey.access.includes('seat')} and p.id in (select m.person_id from seats s join mandates m on m.seat_id = s.id
        where s.table_id = ${survey.tableId} and s.starts_on <= ${day}::date and (s.ends_on is null or s.ends_on >= ${day}::date)
          and m.starts_on <= ${day}::date and (m.ends_on is null or m.ends_on >= ${day}::date))))
    order by p.id`.execute(trx)
  return rows
}

/** Whether a reminder went out since a moment: one a day is enough. */
export async function isRemindedSince(
  trx: Trx,
  survey: { id: string; consultationId: string },
  { since, before }: { since: Date; before: number },
): Promise<boolean> {
  const { rows } =
    await sql`select 1 from events where stream_id = ${survey.consultationId} and name = 'survey-reminded'
    and about_id = ${survey.id} and at > ${since} and seq < ${before} limit 1`.execute(trx)
  return rows.length > 0
}
