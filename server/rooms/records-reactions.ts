import { sql } from 'kysely'
import type { Reader } from '#db/database.ts'
import { visibleTo } from '../consultations/index.ts'
import type { Person } from '../ground.ts'
import type { MessageShown } from './contract.ts'
import { isOpen, standing, takesPart } from './records.ts'
import type { Reaction } from './words.ts'

export type ReactedRow = {
  roomId: string
  isOpen: boolean
  takesPart: boolean
  stands: boolean
  /** The place of the event, where anything changed. */
  seq: number | null
}

/**
 * Puts a reaction, or takes it back, in one statement: many come at once when a room is moved, and each holds the room's
 * counter for no longer than this takes. One that is there already changes nothing.
 */
export async function keepReaction(
  db: Reader,
  person: Person,
  { messageId, kind, isPut }: { messageId: string; kind: Reaction; isPut: boolean },
  now: Date,
): Promise<ReactedRow | undefined> {
  const change = isPut
    ? sql`insert into message_reactions (message_id, person_id, kind, at)
        select id, ${person.id}, ${kind}, ${now}::timestamptz from asked where is_open and takes_part and stands
        on conflict do nothing returning message_id`
    : sql`delete from message_reactions x using asked
        where x.message_id = asked.id and x.person_id = ${person.id} and x.kind = ${kind} and asked.is_open and asked.takes_part and asked.stands
        returning x.message_id`
  const { rows } = await sql<ReactedRow>`
    with asked as (
      select m.id, m.room_id, ${isOpen} as is_open, ${takesPart(person.id)} as takes_part, ${standing('m')} as stands
      from messages m join rooms on rooms.id = m.room_id join consultations on consultations.id = rooms.consultation_id
      where m.id = ${messageId} and m.seq is not null and ${visibleTo(person)}
    ), change as (${change}), counter as (
      update streams set last_seq = last_seq + 1
      where id = (select asked.room_id from asked join change on change.message_id = asked.id)
      returning last_seq as seq
    ), event as (
      insert into events (stream_id, seq, name, actor_id, about_id, at)
      select asked.room_id, counter.seq, ${isPut ? 'message-reacted' : 'reaction-taken-back'}, ${person.id}, asked.id, ${now}::timestamptz
      from counter cross join asked
    )
    select asked.room_id, asked.is_open, asked.takes_part, asked.stands, (select seq from counter) as seq from asked`.execute(
    db,
  )
  return rows[0]
}

/** What a message's reactions are now, and which of them are this person's. */
export async function findReactions(db: Reader, personId: string, messageId: string) {
  const { rows } = await sql<{ kind: Reaction; many: number; isMine: boolean }>`
    select kind, count(*)::int as many, bool_or(person_id = ${personId}) as is_mine from message_reactions
    where message_id = ${messageId} group by kind order by kind`.execute(db)
  const counts: MessageShown['reactions'] = {}
  for (const { kind, many } of rows) counts[kind] = many
  return { counts, mine: rows.flatMap(({ kind, isMine }) => (isMine ? [kind] : [])) }
}

/** How many there are of each reaction to these messages, those that stand; who they are of is nobody's to know. */
export async function countReactions(
  db: Reader,
  messageIds: string[],
): Promise<Map<string, MessageShown['reactions']>> {
  const { rows } = await sql<{ id: string; counts: MessageShown['reactions'] | null }>`
    select m.id, (select jsonb_object_agg(kind, many) from (
      select x.kind, count(*)::int as many from message_reactions x where x.message_id = m.id group by x.kind) counted) as counts
    from messages m where m.id = any(${messageIds}::uuid[]) and ${standing('m')}`.execute(db)
  return new Map(rows.map(({ id, counts }) => [id, counts ?? {}]))
}
