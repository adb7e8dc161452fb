import type pg from 'pg'
import { morePeople, sessionsOf } from './people.ts'
import type { Place } from './population.ts'

type Seated = { seatId: string; cookie: string }
export type Sitting = Place & {
  meetingId: string
  chair: string
  seats: Seated[]
  readers: string[]
  messageIds: string[]
}
/** The table of the fullest room sits: sixty seats, all of them there, and many who read along. */
export async function sit(client: pg.Client, place: Place, readers: number): Promise<Sitting> {
  await client.query(
    `with seated as (
       insert into seats (table_id, organisation_id, kind, act_number, act_date, starts_on)
       select $1, o.id, 'voting', 'DDG 1', current_date - 400, current_date - 300 from organisations o
       where not exists (select 1 from seats s where s.table_id = $1 and s.organisation_id = o.id) order by o.name limit 20
       returning id, organisation_id)
     insert into mandates (seat_id, person_id, part, act_number, act_date, starts_on)
     select seated.id, m.person_id, 'holder', 'DDG 1', current_date - 400, current_date - 300
     from seated join organisation_members m on m.organisation_id = seated.organisation_id and m.role = 'representative'`,
    [place.tableId],
  )
  const { rows: meetings } = await client.query<{ id: string }>(
    `insert into meetings (table_id, consultation_id, room_id, number, title, state, starts_at, ends_at, quorum, seat_seconds, opened_at, called_by)
     select $1, $2, $3, 1, '{"it": "Seduta"}', 'open', now() - interval '1 minute', now() + interval '3 hours', 50, 300, now(), person_id
     from table_officers where table_id = $1 and office = 'chair' returning id`,
    [place.tableId, place.consultationId, place.roomId],
  )
  const meetingId = meetings[0]?.id ?? ''
  const { rows: filled } = await client.query<{ seatId: string; personId: string }>(
    `insert into seat_presences (meeting_id, seat_id, person_id, part, seen_until)
     select $1, s.id, m.person_id, 'holder', now() + interval '1 hour' from seats s join mandates m on m.seat_id = s.id
     where s.table_id = $2 returning seat_id as "seatId", person_id as "personId"`,
    [meetingId, place.tableId],
  )
  const cookies = await sessionsOf(
    client,
    filled.map(({ personId }) => personId),
  )
  const { rows: chairs } = await client.query<{ id: string }>(
    `select person_id as id from table_officers where table_id = $1 and office = 'chair'`,
    [place.tableId],
  )
  const [chair = ''] = await sessionsOf(client, [chairs[0]?.id ?? ''])
  const { rows: said } = await client.query<{ id: string }>(
    `select id from messages where room_id = $1 order by seq desc limit 50`,
    [place.roomId],
  )
  return {
    ...place,
    meetingId,
    chair,
    seats: filled.map(({ seatId }, index) => ({ seatId, cookie: cookies[index] ?? '' })),
    readers: await sessionsOf(client, await morePeople(client, readers)),
    messageIds: said.map(({ id }) => id),
  }
}
