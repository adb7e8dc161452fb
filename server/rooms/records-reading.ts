import { createHash } from 'node:crypto'
import { sql, type RawBuilder } from 'kysely'
import type { Reader } from '#db/database.ts'
import { visibleTo } from '../consultations/index.ts'
import type { Actor } from '../ground.ts'
import { romeDay } from '../rome-day.ts'
import type { MessageShown, Mine } from './contract.ts'
import { standing } from './records.ts'
import { messagesOnPage, type Reaction } from './words.ts'

export type MessageRow = {
  id: string
  place: number
  roomId: string
  rootId: string | null
  authorId: string
  isWithdrawn: boolean
  isHidden: boolean
  isParked: boolean
  isOwn: boolean
  name: string | null
  organisation: string | null
  language: string
  text: string | null
  answers: number
  mentions: MessageShown['mentions'] | null
  reactions: MessageShown['reactions'] | null
  ownReactions: Reaction[] | null
  postedAt: Date
  returnedAt: Date | null
  editedAt: Date | null
  hiddenFor: MessageShown['hiddenFor']
  replyTo: string | null
  replyName: string | null
  replyText: string | null
  replyLanguage: string | null
}

/**
 * What one reader (null: everybody alike) may read of the messages `m`. The text of one that was hidden or put aside
 * leaves the database only for its author, and that of a withdrawn one for nobody.
 */
export function messageColumns(reader: string | null): RawBuilder<MessageRow> {
  const own = reader === null ? sql`false` : sql`m.author_id = ${reader}`
  const readable = sql`m.withdrawn_at is null and (m.hidden_at is null and m.parked_at is null or ${own})`
  return sql<MessageRow>`m.id, m.seq as place, m.room_id, m.thread_id as root_id, m.author_id, m.withdrawn_at is not null as is_withdrawn,
    m.hidden_at is not null as is_hidden, m.parked_at is not null as is_parked, ${own} as is_own, m.language,
    m.posted_at, m.returned_at, m.edited_at, m.reply_to,
    case when ${readable} then m.text end as text,
    case when ${readable} then p.name end as name,
    case when ${readable} then o.name end as organisation,
    (select count(*)::int from messages a where a.thread_id = coalesce(m.thread_id, m.id) and ${standing('a')}) as answers,
    case when m.mentions > 0 and ${readable} then (select jsonb_agg(jsonb_build_object('seatId', n.seat_id, 'name', g.name) order by g.name, n.seat_id)
      from message_mentions n join seats s on s.id = n.seat_id join organisations g on g.id = s.organisation_id
      where n.message_id = m.id) end as mentions,
    case when ${standing('m')} then (select jsonb_object_agg(kind, many) from (
      select x.kind, count(*)::int as many from message_reactions x where x.message_id = m.id group by x.kind) counted) end as reactions,
    ${
      reader === null
        ? sql`null::jsonb`
        : sql`(select jsonb_agg(x.kind order by x.kind) from message_reactions x where x.message_id = m.id and x.person_id = ${reader})`
    } as own_reactions,
    case when ${standing('q')} then left(q.text, 160) end as reply_text,
    case when ${standing('q')} then qp.name end as reply_name,
    q.language as reply_language,
    case when (m.hidden_at is not null or m.parked_at is not null) and ${own} then (
      select jsonb_build_object('reason', l.reason, 'note', l.note) from moderation_log l where l.subject_id = m.id
        and l.act = case when m.hidden_at is not null then 'hide' else 'park' end::moderation_act order by l.number desc limit 1) end as hidden_for`
}

export const besideMessages = sql`left join people p on p.id = m.author_id
  left join organisations o on o.id = m.organisation_id
  left join messages q on q.id = m.reply_to
  left join people qp on qp.id = q.author_id`

/**
 * A page of the messages before a place, oldest first; one more than a page tells that there are older ones. Those of
 * the main order, or those of one thread. The page is taken before anything is joined to it: Postgres, planning once for
 * rooms of any size, would else read a whole room and sort it for its newest page.
 */
export async function listMessages(
  db: Reader,
  roomId: string,
  reader: string | null,
  { before, rootId }: { before: number; rootId?: string },
) {
  const { rows } = await sql<MessageRow>`
    select ${messageColumns(reader)} from (
      select * from messages where room_id = ${roomId} and seq < ${before} and ${rootId ? sql`thread_id = ${rootId}` : sql`thread_id is null`}
      order by seq desc limit ${messagesOnPage + 1}) m ${besideMessages}
    order by m.seq desc`.execute(db)
  const page = rows.slice(0, messagesOnPage).reverse()
  const messages = page.map(messageShown)
  const mine: Mine = {}
  for (const { id, ownReactions: own } of page) if (own) mine[id] = own
  return {
    messages,
    olderThan: rows.length > messagesOnPage ? (messages[0]?.seq ?? null) : null,
    mine,
  }
}

/** What is a reader's own among messages that were read for everybody: their reactions, and whether they may read more. */
export async function findOwnAmong(db: Reader, messages: MessageShown[], reader: string) {
  const among = sql`any(${messages.map(({ id }) => id)}::uuid[])`
  const { rows } = await sql<{ mine: Mine | null; areSomeTakenAway: boolean }>`
    select (select jsonb_object_agg(message_id, kinds) from (
        select x.message_id, jsonb_agg(x.kind order by x.kind) as kinds from message_reactions x
        where x.person_id = ${reader} and x.message_id = ${among} group by x.message_id) own) as mine,
      exists (select 1 from messages m where m.id = ${among} and m.author_id = ${reader} and not ${standing('m')}) as are_some_taken_away`.execute(
    db,
  )
  return { mine: rows[0]?.mine ?? {}, areSomeTakenAway: rows[0]?.areSomeTakenAway ?? false }
}

/** One message that is in the room, and the reader's own reactions to it. */
export async function findMessage(db: Reader, roomId: string, reader: string | null, messageId: string) {
  const { rows } = await sql<MessageRow>`
    select ${messageColumns(reader)} from messages m ${besideMessages}
    where m.room_id = ${roomId} and m.id = ${messageId} and m.seq is not null`.execute(db)
  return rows[0] && { message: messageShown(rows[0]), mine: rows[0].ownReactions ?? [] }
}

/**
 * Where the sequence of a room stands, if this person may see it. Permission holds for what happened up to there, so
 * whoever reads on this ground reads no further: a removal may be the very next event.
 */
export async function findRoomSeen(db: Reader, actor: Actor, roomId: string) {
  const { rows } = await sql<{ id: string; seq: number }>`
    select rooms.id, s.last_seq as seq from rooms
      join consultations on consultations.id = rooms.consultation_id
      join streams s on s.id = rooms.id
    where rooms.id = ${roomId} and ${visibleTo(actor)}`.execute(db)
  return rows[0]
}

/** In which room a message is, and whether on its newest page. Whether the reader may know is asked of the room. */
export async function findPlace(db: Reader, messageId: string) {
  const { rows } = await sql<{ roomId: string; isNewest: boolean }>`
    select m.room_id, m.thread_id is null and (select count(*) < ${messagesOnPage} from (select 1 from messages n
      where n.room_id = m.room_id and n.thread_id is null and n.seq > m.seq limit ${messagesOnPage}) later) as is_newest
    from messages m where m.id = ${messageId} and m.seq is not null`.execute(db)
  return rows[0]
}

export function messageShown(row: MessageRow): MessageShown {
  const isShown = row.text !== null
  return {
    id: row.id,
    seq: row.place,
    state: row.isWithdrawn ? 'withdrawn' : row.isHidden ? 'hidden' : row.isParked ? 'parked' : 'said',
    author: isShown || row.isOwn ? authorMark(row.roomId, row.authorId) : null,
    name: row.name,
    organisation: row.organisation,
    language: row.language,
    text: row.text,
    rootId: row.rootId,
    answers: row.answers,
    replyTo:
      isShown && row.replyTo
        ? {
            id: row.replyTo,
            name: row.replyName,
            text: row.replyText,
            language: row.replyLanguage ?? row.language,
          }
        : null,
    mentions: row.mentions ?? [],
    reactions: row.reactions ?? {},
    postedAt: row.postedAt.toISOString(),
    returnedAt: row.returnedAt?.toISOString() ?? null,
    editedAt: row.editedAt?.toISOString() ?? null,
    day: romeDay(row.returnedAt ?? row.postedAt),
    hiddenFor: row.hiddenFor,
  }
}

/** Tells one author from another within a room without giving away an id that would follow them to other rooms. */
export function authorMark(roomId: string, personId: string): string {
  return createHash('sha256').update(`${roomId} ${personId}`).digest('base64url').slice(0, 12)
}
