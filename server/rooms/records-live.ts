import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import { askedTogether } from '../asked-together.ts'
import { visibleToPerson } from '../consultations/index.ts'
import type { Actor } from '../ground.ts'
import { listEvents, type EventRead } from './records-events.ts'

type Entry = { key: string; roomId: string; personId: string | null; sessionId: string | null; now: Date }

let entries = 0

/**
 * Where a room stands, if this person may be in it now: the session is asked again, it may have ended meanwhile. After a
 * cut a whole hall is at the door at once, and those who come together are looked up together.
 */
export function findEntry(
  db: Database,
  actor: Actor,
  roomId: string,
  now: Date,
): Promise<number | undefined> {
  const { personId, sessionId } =
    actor.kind === 'person'
      ? { personId: actor.id, sessionId: actor.sessionId }
      : { personId: null, sessionId: null }
  return findTogether(db, { key: String(++entries), roomId, personId, sessionId, now })
}

const findTogether = askedTogether(
  ({ key }: Entry) => key,
  async (db: Database, asked: Entry[]): Promise<Map<string, number>> => {
    const column = (of: (entry: Entry) => unknown) => sql`${asked.map(of)}`
    const { rows } = await sql<{ key: string; seq: number }>`
      select asked.key, s.last_seq as seq
      from unnest(${column(({ key }) => key)}::text[], ${column(({ roomId }) => roomId)}::uuid[],
          ${column(({ personId }) => personId)}::uuid[], ${column(({ sessionId }) => sessionId)}::uuid[],
          ${column(({ now }) => now)}::timestamptz[]) as asked (key, room_id, person_id, session_id, now)
        join rooms on rooms.id = asked.room_id
        join consultations on consultations.id = rooms.consultation_id
        join streams s on s.id = rooms.id
      where ${visibleToPerson(sql`asked.person_id`)} and (asked.session_id is null or exists (
        select 1 from sessions where id = asked.session_id and ended_at is null and expires_at > asked.now))`.execute(
      db,
    )
    return new Map(rows.map(({ key, seq }) => [key, seq]))
  },
)

/** What to deliver after a place, as anybody in the room may read it. */
export function listDeliveries(db: Database, roomId: string, after: number): Promise<EventRead[]> {
  return listEvents(db, roomId, null, { after })
}

export type Missed = { after: number; upTo: number; reader: string | null }

/** What was missed between two places, as a reader (null: everybody alike) may read it. */
export function listMissed(
  db: Database,
  roomId: string,
  { reader, ...between }: Missed,
): Promise<EventRead[]> {
  return listEvents(db, roomId, reader, between)
}

/** Where these rooms' sequences stand. */
export async function listPlaces(db: Database, roomIds: string[]) {
  if (roomIds.length === 0) return []
  return db
    .selectFrom('streams')
    .where('id', 'in', roomIds)
    .select(['id as streamId', 'lastSeq as seq'])
    .execute()
}

export type InRoom = { roomId: string; personId: string | null }

/**
 * Who of those in these rooms may not be there any more. Removal is an event and is heard at once; a mandate that
 * ends, an office that is left or a consultation that changes its visibility is noticed by this.
 */
export async function listOutsiders(db: Database, inside: InRoom[]): Promise<InRoom[]> {
  if (inside.length === 0) return []
  const { rows } = await sql<InRoom>`
    select inside.room_id, inside.person_id
    from unnest(${inside.map((each) => each.roomId)}::uuid[], ${inside.map((each) => each.personId)}::uuid[]) inside (room_id, person_id)
      join rooms on rooms.id = inside.room_id join consultations c on c.id = rooms.consultation_id
    where c.visibility = 'members' and not exists (
      select 1 from consultation_people p where p.consultation_id = c.id and p.person_id = inside.person_id)`.execute(
    db,
  )
  return rows
}

/** Says how many are in each room through this node, forgets nodes that stopped saying so, and answers the sums. */
export async function keepHere(
  db: Database,
  nodeId: string,
  counts: { roomId: string; people: number }[],
): Promise<{ roomId: string; people: number }[]> {
  if (counts.length === 0) return []
  const roomIds = counts.map((each) => each.roomId)
  const { rows } = await sql<{ roomId: string; people: number }>`
    with mine as (
      insert into room_presence (room_id, node_id, people, at)
      select room_id, ${nodeId}, people, clock_timestamp()
      from unnest(${roomIds}::uuid[], ${counts.map((each) => each.people)}::int[]) mine (room_id, people)
      on conflict (room_id, node_id) do update set people = excluded.people, at = excluded.at
      returning room_id, people
    ), gone as (
      delete from room_presence where at < now() - interval '1 minute' and node_id <> ${nodeId}
    )
    select mine.room_id, mine.people + coalesce((select sum(others.people) from room_presence others
      where others.room_id = mine.room_id and others.node_id <> ${nodeId} and others.at > now() - interval '10 seconds'), 0)::int as people
    from mine`.execute(db)
  return rows
}

/** The node has nobody in these rooms any more; none named means in no room at all. */
export async function forgetHere(db: Database, nodeId: string, roomIds?: string[]): Promise<void> {
  if (roomIds?.length === 0) return
  let gone = db.deleteFrom('roomPresence').where('nodeId', '=', nodeId)
  if (roomIds) gone = gone.where('roomId', 'in', roomIds)
  await gone.execute()
}
