import type pg from 'pg'
import { morePeople, sessionsOf } from '#tests/bench/people.ts'

export type Person = { id: string; email: string; cookie: string }
export type Room = {
  roomId: string
  consultationId: string
  isPrivate: boolean
  /** Part of all that is said in it; that of a private room must be found nowhere else. */
  mark: string
  chair: Person
  people: Person[]
}
export type World = { rooms: [Room, Room, ...Room[]]; ballotId: string; outsider: Person }

/** So many rooms with so many people each, every second one for its members only, and a vote that is open to everybody. */
export async function settle(client: pg.Client, rooms: number, perRoom: number): Promise<World> {
  const everybody = await newPeople(client, rooms * (perRoom + 1) + 1)
  const [outsider, ...people] = everybody as [Person, ...Person[]]
  const { rows } = await client.query<{ id: string }>(
    `insert into organisations (name, kind, territory_code, region_code, state, registered_by)
     values ('Assessorato', 'public-body', '19', '19', 'verified', $1) returning id`,
    [outsider.id],
  )
  const made: Room[] = []
  for (let n = 0; n < rooms; n++) {
    const [chair, ...members] = people.splice(0, perRoom + 1) as [Person, ...Person[]]
    made.push(await newRoom(client, { n, chair, members, answering: rows[0]?.id ?? '' }))
  }
  const [open, closed, ...others] = made
  if (!open || !closed) throw new Error('There must be a room for everybody and one for members')
  return { rooms: [open, closed, ...others], outsider, ballotId: await openBallot(client, open) }
}

async function newPeople(client: pg.Client, count: number): Promise<Person[]> {
  const ids = await morePeople(client, count)
  const cookies = await sessionsOf(client, ids)
  const { rows } = await client.query<{ id: string; email: string }>(
    'select id, email from people where id = any($1)',
    [ids],
  )
  const emails = new Map(rows.map(({ id, email }) => [id, email]))
  return ids.map((id, index) => ({ id, email: emails.get(id) ?? '', cookie: cookies[index] ?? '' }))
}

async function newRoom(
  client: pg.Client,
  room: { n: number; chair: Person; members: Person[]; answering: string },
): Promise<Room> {
  const { n, chair, members, answering } = room
  const isPrivate = n % 2 === 1
  const { rows } = await client.query<{ consultationId: string; roomId: string }>(
    `with t as (insert into tables (name, territory_code) values (jsonb_build_object('it', 'Tavolo ' || $1), '19') returning id),
     o as (insert into table_officers (table_id, person_id, office) select id, $2, 'chair' from t),
     c as (insert into streams default values returning id), r as (insert into streams default values returning id),
     k as (insert into consultations (id, table_id, title, summary, goal, visibility, answering_organisation_id, answer_due_on, opened_by)
       select c.id, t.id, said, said, said, $3::consultation_visibility, $4, current_date + 120, $2
       from c, t, jsonb_build_object('it', 'Consultazione ' || $1) said returning id),
     p as (insert into consultation_phases (consultation_id, phase, starts_on, ends_on)
       select k.id, phase::consultation_phase, current_date + 30 * (place::int - 2) - 10, current_date + 30 * (place::int - 2) + 19
       from k, unnest(array['listen', 'discuss', 'propose', 'decide', 'answer', 'follow']) with ordinality as p(phase, place)),
     room as (insert into rooms (id, consultation_id) select r.id, k.id from r, k returning id),
     m as (insert into consultation_members (consultation_id, person_id, added_by)
       select k.id, person, $2 from k, unnest($5::uuid[]) person where $3 = 'members')
     select k.id as "consultationId", room.id as "roomId" from k, room`,
    [String(n), chair.id, isPrivate ? 'members' : 'public', answering, members.map(({ id }) => id)],
  )
  const ids = rows[0] ?? { consultationId: '', roomId: '' }
  const mark = isPrivate ? `canary-${n}-${crypto.randomUUID().slice(0, 8)}` : `open-${n}`
  return { ...ids, isPrivate, mark, chair, people: members }
}

async function openBallot(client: pg.Client, { consultationId, chair }: Room): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `with proposal as (insert into proposals (consultation_id, number, state, created_by, published_at) values ($1, 1, 'voting', $2, now()) returning id),
     version as (insert into proposal_versions (proposal_id, version, title, document, plain, ask, addressee, author_id)
       select id, 1, 'Un alloggio per chi lavora', '{"root": {"type": "root", "children": []}}', '', 'Un elenco', 'La Regione', $2
       from proposal returning proposal_id, version)
     insert into ballots (proposal_id, proposal_version, consultation_id, definition_hash, state, quorum, majority, opens_at, closes_at, opened_at, people_on_roll, created_by)
     select proposal_id, version, $1, repeat('0', 64), 'open', 50, 'simple', now(), now() + interval '1 day', now(), (select count(*) from people), $2
     from version returning id`,
    [consultationId, chair.id],
  )
  return rows[0]?.id ?? ''
}
