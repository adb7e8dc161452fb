import { sql } from 'kysely'
import type { Database, Reader, Trx } from '#db/database.ts'
import { visibleTo } from '../consultations/index.ts'
import type { Actor, Person } from '../ground.ts'

/** Whether this person takes part by the consultation's rules, or holds an office at its table. */
function takesPart(personId: string) {
  return sql`(consultations.participation = 'registered'
    or exists (select 1 from organisation_members b join organisations g on g.id = b.organisation_id
      where b.person_id = ${personId} and b.left_at is null and b.role = 'representative' and g.state = 'verified')
    or exists (select 1 from table_officers t
      where t.table_id = consultations.table_id and t.person_id = ${personId} and t.ended_at is null))`
}

const isOpen = sql`(rooms.closed_at is null and consultations.closed_at is null)`

export type PostedRow = {
  isOpen: boolean
  takesPart: boolean
  speaksForIt: boolean
  replyStands: boolean
  id: string | null
  seq: number | null
  postedAt: Date | null
}

type Wish = {
  roomId: string
  text: string
  language: string
  replyTo: string | null
  organisationId: string | null
  clientId: string
}

/**
 * Permission, place in the order, event and message in one statement, which is one round trip and holds the room's
 * counter for no longer than the statement takes. Nothing comes back when the room is not there for this person.
 */
export async function keepMessage(
  db: Database,
  author: Person,
  wish: Wish,
  now: Date,
  tries = 1,
): Promise<PostedRow | undefined> {
  try {
    const { rows } = await sql<PostedRow>`
      with asked as (
        select rooms.id, ${isOpen} as is_open, ${takesPart(author.id)} as takes_part,
          (${wish.organisationId}::uuid is null or exists (select 1 from organisation_members b join organisations g on g.id = b.organisation_id
            where b.person_id = ${author.id} and b.organisation_id = ${wish.organisationId} and b.left_at is null
              and b.role = 'representative' and g.state = 'verified')) as speaks_for_it,
          (${wish.replyTo}::uuid is null or exists (select 1 from messages q where q.id = ${wish.replyTo} and q.room_id = rooms.id
            and q.hidden_at is null and q.withdrawn_at is null)) as reply_stands
        from rooms join consultations on consultations.id = rooms.consultation_id
        where rooms.id = ${wish.roomId} and ${visibleTo(author)}
      ), first as (
        select id, seq, posted_at from messages
        where room_id = ${wish.roomId} and author_id = ${author.id} and client_id = ${wish.clientId}
      ), counter as (
        update streams set last_seq = last_seq + 1
        where id = (select id from asked where is_open and takes_part and speaks_for_it and reply_stands and not exists (select 1 from first))
        returning last_seq as seq
      ), message as (
        insert into messages (room_id, seq, author_id, organisation_id, reply_to, language, text, client_id, posted_at)
        select ${wish.roomId}, seq, ${author.id}, ${wish.organisationId}, ${wish.replyTo}, ${wish.language}, ${wish.text}, ${wish.clientId},
          ${now} from counter
        returning id, seq, posted_at
      ), event as (
        insert into events (stream_id, seq, name, actor_id, about_id, at)
        select ${wish.roomId}, seq, 'message-posted', ${author.id}, id, posted_at from message
      )
      select asked.is_open, asked.takes_part, asked.speaks_for_it, asked.reply_stands,
        coalesce(first.id, message.id) as id, coalesce(first.seq, message.seq) as seq, coalesce(first.posted_at, message.posted_at) as posted_at
      from asked left join first on true left join message on true`.execute(db)
    return rows[0]
  } catch (thrown) {
    // A twin of this request was first, between this statement's look and its write: now it can be seen.
    if (tries > 0 && isTwin(thrown)) return keepMessage(db, author, wish, now, tries - 1)
    throw thrown
  }
}

function isTwin(thrown: unknown): boolean {
  const { code, constraint } = thrown as { code?: unknown; constraint?: unknown }
  return code === '23505' && constraint === 'messages_room_id_author_id_client_id_key'
}

/** One's own message, locked, where one may still see its room. */
export async function findOwnMessage(db: Reader, author: Person, messageId: string, lock?: 'change') {
  const { rows } = await sql<{
    id: string
    roomId: string
    text: string
    language: string
    isOpen: boolean
    state: 'said' | 'hidden' | 'withdrawn'
  }>`
    select m.id, m.room_id, m.text, m.language, ${isOpen} as is_open,
      case when m.withdrawn_at is not null then 'withdrawn' when m.hidden_at is not null then 'hidden' else 'said' end as state
    from messages m join rooms on rooms.id = m.room_id join consultations on consultations.id = rooms.consultation_id
    where m.id = ${messageId} and m.author_id = ${author.id} and ${visibleTo(author)}
    ${lock ? sql`for update of m` : sql``}`.execute(db)
  return rows[0]
}

export async function keepNewText(trx: Trx, messageId: string, text: string, now: Date) {
  await sql`
    insert into message_versions (message_id, version, text, replaced_at)
    select id, 1 + (select count(*) from message_versions v where v.message_id = m.id), text, ${now} from messages m where id = ${messageId}`.execute(
    trx,
  )
  await trx.updateTable('messages').set({ text, editedAt: now }).where('id', '=', messageId).execute()
}

export async function keepWithdrawal(trx: Trx, messageId: string, now: Date) {
  await trx.updateTable('messages').set({ withdrawnAt: now }).where('id', '=', messageId).execute()
}

/** A room and all that its page says beside the messages, in one query. */
export async function findRoom(db: Reader, actor: Actor, roomId: string, now: Date) {
  const me = actor.kind === 'person' ? actor.id : null
  const { rows } = await sql<{
    id: string
    consultationId: string
    title: unknown
    isMembersOnly: boolean
    isOpen: boolean
    takesPart: boolean
    mayModerate: boolean
    organisations: { id: string; name: string }[]
    seq: number
    here: number
    updatedAt: Date | null
  }>`
    select rooms.id, rooms.consultation_id, consultations.title, consultations.visibility = 'members' as is_members_only,
      ${isOpen} as is_open, ${me ? takesPart(me) : sql`false`} as takes_part, s.last_seq as seq,
      exists (select 1 from table_officers t where t.table_id = consultations.table_id and t.person_id = ${me}
        and t.office = 'moderator' and t.ended_at is null) as may_moderate,
      coalesce((select json_agg(json_build_object('id', g.id, 'name', g.name) order by g.name, g.id)
        from organisation_members b join organisations g on g.id = b.organisation_id
        where b.person_id = ${me} and b.left_at is null and b.role = 'representative' and g.state = 'verified'), '[]') as organisations,
      (select coalesce(sum(people), 0)::int from room_presence n
        where n.room_id = rooms.id and n.at > ${now}::timestamptz - interval '30 seconds') as here,
      (select at from events e where e.stream_id = rooms.id and e.seq = s.last_seq) as updated_at
    from rooms join consultations on consultations.id = rooms.consultation_id join streams s on s.id = rooms.id
    where rooms.id = ${roomId} and ${visibleTo(actor)}`.execute(db)
  return rows[0]
}
