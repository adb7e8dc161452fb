import { sql } from 'kysely'
import type { Reader, Trx } from '#db/database.ts'

/** One worker at a time looks who is to be told. */
export async function holdLapses(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('tavolo:lapses'))`.execute(trx)
}

/** By whose mandate, ended before a day, they saw a members-only consultation that they see no more and were not told. */
const lapsed = (day: string) => sql`
  select distinct c.id, r.id as room_id, m.person_id
  from consultations c
    join rooms r on r.consultation_id = c.id
    join seats s on s.table_id = c.table_id
    join mandates m on m.seat_id = s.id
    cross join lateral (select least(m.ends_on, s.ends_on) as ends_on) last
  where c.visibility = 'members' and last.ends_on < ${day}::date and last.ends_on >= m.starts_on
    and last.ends_on >= (c.opened_at at time zone 'Europe/Rome')::date
    and not exists (select 1 from consultation_people inside
      where inside.consultation_id = c.id and inside.person_id = m.person_id)
    and not exists (select 1 from events e
      where e.about_id = c.id and e.stream_id = c.id and e.name = 'member-removed'
        and e.body ->> 'personId' = m.person_id::text
        and e.at >= (last.ends_on + 1)::timestamp at time zone 'Europe/Rome')`

export async function listLapsed(
  trx: Trx,
  day: string,
): Promise<{ id: string; roomId: string; personId: string }[]> {
  // In one order, so that two transactions do not wait for each other's streams.
  const { rows } = await sql<{ id: string; roomId: string; personId: string }>`
    ${lapsed(day)} order by 1, 3`.execute(trx)
  return rows
}

export async function isAnyLapsed(db: Reader, day: string): Promise<boolean> {
  const { rows } = await sql<{ lapsed: boolean }>`select exists (${lapsed(day)}) as lapsed`.execute(db)
  return rows[0]?.lapsed ?? false
}
