import { createHash } from 'node:crypto'
import { sql, type RawBuilder } from 'kysely'
import type { Reader } from '#db/database.ts'
import { visibleTo } from '../consultations/index.ts'
import type { Actor } from '../ground.ts'
import type { EventShown, MessageShown } from './contract.ts'
import { eventsAtOnce, messagesOnPage } from './words.ts'

/** An event, and whom it removed from the room, which is the platform's to know and not the room's. */
export type EventRead = EventShown & { removes: string | null }

type MessageRow = {
  id: string
  place: number
  roomId: string
  authorId: string
  isWithdrawn: boolean
  isHidden: boolean
  isOwn: boolean
  name: string | null
  organisation: string | null
  language: string
  text: string | null
  postedAt: Date
  editedAt: Date | null
  hiddenFor: { reason: string; note: string } | null
  replyTo: string | null
  replyName: string | null
  replyText: string | null
  replyLanguage: string | null
}

/**
 * What one reader (null: everybody alike) may read of the messages `m`. The text of a hidden message leaves the
 * database only for its author, and that of a withdrawn one for nobody.
 */
function messageColumns(reader: string | null): RawBuilder<MessageRow> {
  const own = reader === null ? sql`false` : sql`m.author_id = ${reader}`
  const readable = sql`m.withdrawn_at is null and (m.hidden_at is null or ${own})`
  const quotable = sql`q.withdrawn_at is null and q.hidden_at is null`
  return sql<MessageRow>`m.id, m.seq as place, m.room_id, m.author_id, m.withdrawn_at is not null as is_withdrawn,
    m.hidden_at is not null as is_hidden, ${own} as is_own, m.language, m.posted_at, m.edited_at, m.reply_to,
    case when ${readable} then m.text end as text,
    case when ${readable} then p.name end as name,
    case when ${readable} then o.name end as organisation,
    case when ${quotable} then left(q.text, 160) end as reply_text,
    case when ${quotable} then qp.name end as reply_name,
    q.language as reply_language,
    case when m.hidden_at is not null and ${own} then (select jsonb_build_object('reason', l.reason, 'note', l.note)
      from moderation_log l where l.subject_id = m.id and l.act = 'hide' order by l.number desc limit 1) end as hidden_for`
}

const besideMessages = sql`left join people p on p.id = m.author_id
  left join organisations o on o.id = m.organisation_id
  left join messages q on q.id = m.reply_to
  left join people qp on qp.id = q.author_id`

/** A page of the messages before a place, oldest first; one more than a page tells that there are older ones. */
export async function listMessages(db: Reader, roomId: string, reader: string | null, before: number) {
  const { rows } = await sql<MessageRow>`
    select ${messageColumns(reader)} from messages m ${besideMessages}
    where m.room_id = ${roomId} and m.seq < ${before}
    order by m.seq desc limit ${messagesOnPage + 1}`.execute(db)
  const messages = rows.slice(0, messagesOnPage).reverse().map(messageShown)
  return { messages, olderThan: rows.length > messagesOnPage ? (messages[0]?.seq ?? null) : null }
}

/** What happened in a room after a place and up to another, each with its message as it stands now. */
export async function listEvents(
  db: Reader,
  roomId: string,
  reader: string | null,
  { after, upTo }: { after: number; upTo?: number },
): Promise<EventRead[]> {
  const { rows } = await sql<
    Partial<MessageRow> & { seq: number; event: string; removes: string | null; clientId: string | null }
  >`
    select e.seq, e.name as event, e.removes, m.client_id, ${messageColumns(reader)}
    from (select seq, name, about_id, case when name = 'member-removed' then body ->> 'personId' end as removes from events where stream_id = ${roomId} and seq > ${after}
      and seq <= ${upTo ?? Number.MAX_SAFE_INTEGER} order by seq limit ${eventsAtOnce}) e
      left join messages m on m.id = e.about_id and m.room_id = ${roomId} ${besideMessages}
    order by e.seq`.execute(db)
  return rows.map((row) => ({
    seq: row.seq,
    name: row.event,
    removes: row.removes,
    message: row.id ? messageShown(row as MessageRow) : null,
    clientId: row.clientId,
  }))
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

function messageShown(row: MessageRow): MessageShown {
  const state = row.isWithdrawn ? 'withdrawn' : row.isHidden ? 'hidden' : 'said'
  const isShown = row.text !== null
  return {
    id: row.id,
    seq: row.place,
    state,
    author: isShown || row.isOwn ? authorMark(row.roomId, row.authorId) : null,
    name: row.name,
    organisation: row.organisation,
    language: row.language,
    text: row.text,
    replyTo:
      isShown && row.replyTo
        ? {
            id: row.replyTo,
            name: row.replyName,
            text: row.replyText,
            language: row.replyLanguage ?? row.language,
          }
        : null,
    postedAt: row.postedAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    hiddenFor: row.hiddenFor,
  }
}

/** Tells one author from another within a room without giving away an id that would follow them to other rooms. */
export function authorMark(roomId: string, personId: string): string {
  return createHash('sha256').update(`${roomId} ${personId}`).digest('base64url').slice(0, 12)
}
