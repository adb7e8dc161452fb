import { sql } from 'kysely'
import type { Database, Reader, Trx } from '#db/database.ts'
import type { MandatePart } from '../tables/words.ts'
import type { PresenceEnd } from './words.ts'

export type PresenceHeld = { id: string; personId: string; part: MandatePart }

/** Who is there for a seat. Whoever changes it holds the meeting. */
export async function findPresent(
  db: Reader,
  meetingId: string,
  seatId: string,
): Promise<PresenceHeld | undefined> {
  return db
    .selectFrom('seatPresences')
    .where('meetingId', '=', meetingId)
    .where('seatId', '=', seatId)
    .where('leftAt', 'is', null)
    .select(['id', 'personId', 'part'])
    .executeTakeFirst()
}

export async function keepPresence(
  trx: Trx,
  presence: {
    meetingId: string
    seatId: string
    personId: string
    part: MandatePart
    cameAt: Date
    seenUntil: Date
  },
): Promise<void> {
  await trx.insertInto('seatPresences').values(presence).execute()
}

export async function keepPresenceEnd(
  trx: Trx,
  presenceId: string,
  endedBy: PresenceEnd,
  now: Date,
): Promise<void> {
  await trx.updateTable('seatPresences').set({ leftAt: now, endedBy }).where('id', '=', presenceId).execute()
}

/** Whether the person ever filled the seat: somebody whose mandate is over is told so. */
export async function hadMandate(db: Reader, seatId: string, personId: string): Promise<boolean> {
  const found = await db
    .selectFrom('mandates')
    .where('seatId', '=', seatId)
    .where('personId', '=', personId)
    .select('id')
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** A page of a meeting was opened: what the person holds there counts on until then, unless it does already. */
export async function keepSeen(db: Reader, meetingId: string, personId: string, until: Date): Promise<void> {
  await db
    .updateTable('seatPresences')
    .set({ seenUntil: until })
    .where('meetingId', '=', meetingId)
    .where('personId', '=', personId)
    .where('leftAt', 'is', null)
    .where('seenUntil', '<', until)
    .execute()
}

/** Those who are connected in the room of an open meeting; from now on only their connections keep their places. */
export async function keepConnected(
  db: Database,
  connected: { roomId: string; personId: string }[],
  until: Date,
): Promise<void> {
  await sql`
    update seat_presences p set seen_until = ${until}
    from unnest(${connected.map(({ roomId }) => roomId)}::uuid[], ${connected.map(({ personId }) => personId)}::uuid[])
      connected (room_id, person_id) join meetings m on m.room_id = connected.room_id and m.state = 'open'
    where p.meeting_id = m.id and p.person_id = connected.person_id and p.left_at is null`.execute(db)
}

const isOver = (now: Date, day: string) =>
  sql<boolean>`(p.seen_until < ${now}::timestamptz or ${noMandate(day)})`

function noMandate(day: string) {
  return sql<boolean>`not exists (select 1 from mandates a join seats s on s.id = a.seat_id
    where a.seat_id = p.seat_id and a.person_id = p.person_id and a.part = p.part
      and s.starts_on <= ${day}::date and (s.ends_on is null or s.ends_on >= ${day}::date)
      and a.starts_on <= ${day}::date and (a.ends_on is null or a.ends_on >= ${day}::date))`
}

/** An open meeting where somebody's place has lapsed, locked; another node that is at it is left to it. */
export async function holdMeetingToSweep(trx: Trx, now: Date, day: string) {
  const { rows } = await sql<{ id: string; roomId: string }>`
    select m.id, m.room_id from meetings m
    where m.state = 'open' and exists (
      select 1 from seat_presences p where p.meeting_id = m.id and p.left_at is null and ${isOver(now, day)})
    limit 1 for no key update of m skip locked`.execute(trx)
  return rows[0]
}

export async function listLapsed(trx: Trx, meetingId: string, now: Date, day: string) {
  const { rows } = await sql<PresenceHeld & { seatId: string; isUnseen: boolean }>`
    select p.id, p.person_id, p.part, p.seat_id, p.seen_until < ${now}::timestamptz as is_unseen
    from seat_presences p
    where p.meeting_id = ${meetingId} and p.left_at is null and ${isOver(now, day)} order by p.came_at, p.id`.execute(
    trx,
  )
  return rows
}

export async function findApologies(db: Reader, meetingId: string, seatId: string) {
  return db
    .selectFrom('seatApologies')
    .where('meetingId', '=', meetingId)
    .where('seatId', '=', seatId)
    .where('withdrawnAt', 'is', null)
    .select(['id', 'personId', 'note'])
    .executeTakeFirst()
}

export async function keepApologies(
  trx: Trx,
  apologies: { meetingId: string; seatId: string; personId: string; note: string; sentAt: Date },
): Promise<void> {
  await trx.insertInto('seatApologies').values(apologies).execute()
}

export async function keepApologiesWithdrawn(trx: Trx, apologyId: string, now: Date): Promise<void> {
  await trx.updateTable('seatApologies').set({ withdrawnAt: now }).where('id', '=', apologyId).execute()
}
