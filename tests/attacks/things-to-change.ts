import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import { thingsOf, type DemoThings } from './demo-things.ts'

/** What pages change and the demo's story has none of: a meeting that is open, a seat that speaks in it, a message to answer. */
export async function thingsToChange(database: Database): Promise<DemoThings> {
  const db = database.withoutPlugins()
  const things = await thingsOf(database)
  const president = sql`(select id from people where persona = 'association-president')`
  const { openMeeting, openMotion, meeting, motion, feedback } = things
  const { rows } = await sql<{ id: string }>`select seat_id as id from motions where id = ${motion}`.execute(
    db,
  )
  const seat = rows[0]?.id ?? ''
  const hand = randomUUID()
  await sql`insert into feedback (id, page, useful, hard, words, language)
    values (${feedback}, '/', 'no', '{}', 'x', 'it')`.execute(db)
  await sql`insert into meetings (id, table_id, consultation_id, room_id, number, title, state, opened_at, starts_at, ends_at, quorum, called_by)
    select ${openMeeting}, table_id, consultation_id, room_id, 900, title, 'open', now() - interval '1 hour',
      now() - interval '1 hour', now() + interval '1 hour', quorum, called_by from meetings where id = ${meeting}`.execute(
    db,
  )
  await sql`insert into motions (id, meeting_id, number, seat_id, moved_by, text, language)
    select ${openMotion}, ${openMeeting}, 1, s.id, ${president}, 'x', 'it' from seats s
    where s.table_id = ${things.table} and s.id <> ${seat} and s.kind = 'voting' limit 1`.execute(db)
  await sql`insert into seat_presences (meeting_id, seat_id, person_id, part, seen_until)
    values (${openMeeting}, ${seat}, ${president}, 'holder', now() + interval '1 hour')`.execute(db)
  await sql`insert into hands (id, meeting_id, seat_id, person_id, kind, place, ended_at, ended_by)
    values (${hand}, ${openMeeting}, ${seat}, ${president}, 'speak', 1, now(), 'given')`.execute(db)
  await sql`insert into speaking_turns (id, meeting_id, seat_id, person_id, hand_id, kind, given_by, running_since)
    values (${things.turn}, ${openMeeting}, ${seat}, ${president}, ${hand}, 'speak', ${president}, now())`.execute(
    db,
  )
  return { ...things, seat }
}
