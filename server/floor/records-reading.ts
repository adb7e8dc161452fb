import { sql } from 'kysely'
import type { Reader } from '#db/database.ts'
import { standing } from '../rooms/index.ts'
import type { MandatePart } from '../tables/words.ts'
import type { ApologiesListed, Attendance, Balance, HandShown, SeatOnSheet, TurnsTaken } from './contract.ts'

function inForce(day: string) {
  return sql`s.starts_on <= ${day}::date and (s.ends_on is null or s.ends_on >= ${day}::date)`
}

/** The seats of a table in force on a day, in the order in which they sit. */
export async function listSeats(db: Reader, tableId: string, day: string): Promise<SeatOnSheet[]> {
  const { rows } = await sql<SeatOnSheet>`
    select s.id, g.name as organisation, s.kind from seats s join organisations g on g.id = s.organisation_id
    where s.table_id = ${tableId} and ${inForce(day)} order by s.kind, g.folded, s.id`.execute(db)
  return rows
}

export async function countVoting(db: Reader, meetingId: string, day: string) {
  const { rows } = await sql<{ voting: number; present: number; percent: number }>`
    select m.quorum as percent, count(s.id)::int as voting, count(p.id)::int as present
    from meetings m left join seats s on s.table_id = m.table_id and s.kind = 'voting' and ${inForce(day)}
      left join seat_presences p on p.meeting_id = m.id and p.seat_id = s.id and p.left_at is null and m.state = 'open'
    where m.id = ${meetingId} group by m.id`.execute(db)
  return rows[0] ?? { voting: 0, present: 0, percent: 0 }
}

/** Which seats are here and through whom, and which have said that they will not come. */
export async function findPresences(db: Reader, meetingId: string) {
  const { rows } = await sql<{ seatId: string; part: MandatePart | null }>`
    select p.seat_id, p.part from seat_presences p join meetings m on m.id = p.meeting_id and m.state = 'open'
    where p.meeting_id = ${meetingId} and p.left_at is null
    union all
    select seat_id, null from seat_apologies where meeting_id = ${meetingId} and withdrawn_at is null
    order by seat_id`.execute(db)
  return rows
}

export async function listHands(db: Reader, meetingId: string): Promise<HandShown[]> {
  const { rows } = await sql<HandShown>`
    select h.seat_id, h.kind from hands h join meetings m on m.id = h.meeting_id and m.state = 'open'
    where h.meeting_id = ${meetingId} and h.ended_at is null
    order by h.kind <> 'point-of-order', h.place`.execute(db)
  return rows
}

/** How long each seat has spoken, in turns that are over. */
export async function listSpoken(db: Reader, meetingId: string) {
  const { rows } = await sql<{ seatId: string; milliseconds: number }>`
    select seat_id, sum(spent_milliseconds)::int as milliseconds from speaking_turns
    where meeting_id = ${meetingId} and ended_at is not null group by seat_id order by seat_id`.execute(db)
  return rows
}

export async function listApologies(db: Reader, meetingId: string): Promise<ApologiesListed> {
  const { rows } = await sql<ApologiesListed[number]>`
    select a.seat_id, g.name as organisation, a.note, a.sent_at
    from seat_apologies a join seats s on s.id = a.seat_id join organisations g on g.id = s.organisation_id
    where a.meeting_id = ${meetingId} and a.withdrawn_at is null order by g.folded, a.id`.execute(db)
  return rows
}

export async function listOwnApologies(db: Reader, meetingId: string, personId: string) {
  return db
    .selectFrom('seatApologies')
    .where('meetingId', '=', meetingId)
    .where('personId', '=', personId)
    .where('withdrawnAt', 'is', null)
    .orderBy('seatId')
    .select(['seatId', 'note'])
    .execute()
}

/** Who came for a seat and when they left; whoever stayed to the end left when the meeting closed. */
export async function listAttendance(db: Reader, meetingId: string): Promise<Attendance> {
  const { rows } = await sql<Attendance[number]>`
    select p.seat_id, g.name as organisation, s.kind, p.part, w.name, p.came_at, coalesce(p.left_at, m.closed_at) as left_at, p.ended_by
    from seat_presences p join meetings m on m.id = p.meeting_id join seats s on s.id = p.seat_id
      join organisations g on g.id = s.organisation_id join people w on w.id = p.person_id
    where p.meeting_id = ${meetingId} order by s.kind, g.folded, p.seat_id, p.came_at, p.id`.execute(db)
  return rows
}

/** Whose turn it was, one after the other; a turn that was on when the meeting closed ended with it. */
export async function listTurns(db: Reader, meetingId: string): Promise<TurnsTaken> {
  const { rows } = await sql<TurnsTaken[number]>`
    select t.id, t.seat_id, g.name as organisation, w.name, t.kind, t.item_id, t.given_at, coalesce(t.ended_at, m.closed_at) as ended_at,
      round((t.spent_milliseconds
        + coalesce(greatest(0, extract(epoch from m.closed_at - t.running_since) * 1000), 0)) / 1000.0)::int as seconds
    from speaking_turns t join meetings m on m.id = t.meeting_id join seats s on s.id = t.seat_id
      join organisations g on g.id = s.organisation_id join people w on w.id = t.person_id
    where t.meeting_id = ${meetingId} order by t.given_at, t.id`.execute(db)
  return rows
}

/** How much each seat has spoken and written in a meeting so far. */
export async function listVoices(
  db: Reader,
  meeting: { id: string; tableId: string },
  now: Date,
  day: string,
): Promise<Balance['seats']> {
  const { rows } = await sql<Balance['seats'][number]>`
    with turns as (
      select seat_id, count(*)::int as turns, sum(spent_milliseconds
        + coalesce(greatest(0, extract(epoch from ${now}::timestamptz - running_since) * 1000), 0)) as milliseconds
      from speaking_turns where meeting_id = ${meeting.id} group by seat_id
    ), said as (
      select x.organisation_id, count(*)::int as messages from meetings m join messages x on x.room_id = m.room_id
        and x.posted_at >= m.opened_at and x.posted_at <= coalesce(m.closed_at, ${now}::timestamptz)
      where m.id = ${meeting.id} and ${standing('x')} group by x.organisation_id
    )
    select s.id as seat_id, g.name as organisation, s.kind, coalesce(t.turns, 0) as turns,
      coalesce(round(t.milliseconds / 1000), 0)::int as seconds, coalesce(said.messages, 0) as messages
    from seats s join organisations g on g.id = s.organisation_id left join turns t on t.seat_id = s.id
      left join said on said.organisation_id = s.organisation_id
    where s.table_id = ${meeting.tableId} and (${inForce(day)} or t.turns > 0)
    order by seconds desc, turns desc, messages desc, g.folded, s.id`.execute(db)
  return rows
}

export async function listLanguages(db: Reader, meetingId: string, now: Date): Promise<Balance['languages']> {
  const { rows } = await sql<Balance['languages'][number]>`
    select x.language, count(*)::int as messages from meetings m join messages x on x.room_id = m.room_id
      and x.posted_at >= m.opened_at and x.posted_at <= coalesce(m.closed_at, ${now}::timestamptz)
    where m.id = ${meetingId} and ${standing('x')}
    group by x.language order by messages desc, x.language`.execute(db)
  return rows
}
