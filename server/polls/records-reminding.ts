import { sql } from 'kysely'
import type { Database, Trx } from '#db/database.ts'
import type { Language } from '../ground.ts'
import { romeDay } from '../rome-day.ts'
import { remindedHoursBefore } from './words.ts'

const isNear = (
  now: Date,
) => sql`polls.state = 'open' and polls.tier <> 'external' and polls.reminded_at is null
  and polls.closes_at > ${now}
  and ${now} >= polls.closes_at - least(make_interval(hours => ${remindedHoursBefore}), (polls.closes_at - polls.opened_at) / 4)`

export async function isAnyNear(db: Database, now: Date): Promise<boolean> {
  const { rows } = await sql<{
    near: boolean
  }>`select exists (select 1 from polls where ${isNear(now)}) as near`.execute(db)
  return rows[0]?.near ?? false
}

/** A poll that closes soon and of which nobody was reminded, marked so that no other node takes it. */
export async function takeNear(trx: Trx, now: Date): Promise<{ id: string; closesAt: Date } | undefined> {
  const { rows } = await sql<{ id: string; closesAt: Date }>`update polls set reminded_at = ${now}
    where id = (select id from polls where ${isNear(now)} order by closes_at limit 1 for no key update skip locked)
    returning id, closes_at`.execute(trx)
  return rows[0]
}

/**
 * Who can still cast a vote that is not there: whoever holds its proxy, else its person, or those who fill its seat. A seat's
 * vote goes with the seat. People are on the roll of a public poll merely by being registered: they are written to only where
 * they belong to the consultation or follow it, and never if they want no mails.
 */
export async function listToRemind(
  trx: Trx,
  pollId: string,
  now: Date,
): Promise<{ personId: string; email: string; language: Language }[]> {
  const day = romeDay(now)
  const { rows } = await sql<{ personId: string; email: string; language: Language }>`
    with missing as (
      select r.unit, coalesce(x.holder_id, r.elector_id) as voter_id, x.holder_id is not null as is_proxy
      from poll_roll r left join poll_proxies x on x.poll_id = r.poll_id and x.unit = r.unit and x.giver_id = r.elector_id
        and x.revoked_at is null
      where r.poll_id = ${pollId} and not r.has_voted),
    called as (
      select m.person_id from missing join seats s on s.id = missing.voter_id join mandates m on m.seat_id = s.id
      where missing.unit = 'seat'
        and s.starts_on <= ${day}::date and (s.ends_on is null or s.ends_on >= ${day}::date)
        and m.starts_on <= ${day}::date and (m.ends_on is null or m.ends_on >= ${day}::date)
      union
      select p.id from missing join people p on p.id = missing.voter_id
        join polls on polls.id = ${pollId}
      where missing.unit = 'person' and p.notice_rhythm <> 'never' and (missing.is_proxy
        or exists (select 1 from consultation_people i where i.consultation_id = polls.consultation_id and i.person_id = p.id)
        or exists (select 1 from follows f where f.person_id = p.id and f.subject_id = polls.consultation_id)))
    select p.id as person_id, p.email, p.language from called join people p on p.id = called.person_id
    where p.email is not null order by p.id`.execute(trx)
  return rows
}
