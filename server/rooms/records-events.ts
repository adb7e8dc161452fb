import { sql } from 'kysely'
import type { Reader } from '#db/database.ts'
import type { Person } from '../ground.ts'
import type { EventShown } from './contract.ts'
import { countReactions } from './records-reactions.ts'
import { besideMessages, messageColumns, messageShown, type MessageRow } from './records-reading.ts'
import { eventsAtOnce } from './words.ts'

/** An event, and whom it removed from the room, which is the platform's to know and not the room's. */
export type EventRead = Omit<EventShown, 'parts' | 'reactions'> & {
  removes: string | null
  reactions: EventShown['reactions'] | null
}

const reactionEvents = ['message-reacted', 'reaction-taken-back']
/** Which events are about a message without telling of it: the reactions to it are read apart, and who is called on is told by notices. */
const tellsNothing = sql`e.name in ('message-reacted', 'reaction-taken-back', 'seats-mentioned')`

/** What happened in a room after a place and up to another, each with its message as it stands now. */
export async function listEvents(
  db: Reader,
  roomId: string,
  reader: string | null,
  { after, upTo }: { after: number; upTo?: number },
): Promise<EventRead[]> {
  const { rows } = await sql<
    Partial<MessageRow> & {
      seq: number
      event: string
      aboutId: string | null
      removes: string | null
      clientId: string | null
    }
  >`
    select e.seq, e.name as event, e.about_id, e.removes, m.client_id, ${messageColumns(reader)}
    from (select seq, name, about_id, case when name = 'member-removed' then body ->> 'personId' end as removes
        from events_after(${roomId}, ${after}, ${upTo ?? Number.MAX_SAFE_INTEGER}, ${eventsAtOnce})) e
      left join messages m on m.id = e.about_id and m.room_id = ${roomId} and m.seq is not null and not ${tellsNothing} ${besideMessages}
    order by e.seq`.execute(db)
  // Of many reactions to one message the last brings their number: a burst of them is one small reading, and a small packet.
  const last = new Map<string, number>()
  for (const { seq, event, aboutId } of rows)
    if (aboutId !== null && reactionEvents.includes(event)) last.set(aboutId, seq)
  const counts = last.size > 0 ? await countReactions(db, [...last.keys()]) : undefined
  return rows.map((row) => {
    const id = row.aboutId ?? ''
    const counted = last.get(id) === row.seq ? counts?.get(id) : undefined
    return {
      seq: row.seq,
      name: row.event,
      removes: row.removes,
      message: row.id ? messageShown(row as MessageRow) : null,
      clientId: row.clientId,
      reactions: counted ? { messageId: id, counts: counted } : null,
    }
  })
}

/** A message that neither answers nor calls on anybody, as everybody would read it right after it was posted. */
export function eventOfPlain(
  author: Person,
  said: {
    id: string
    seq: number
    postedAt: Date
    roomId: string
    text: string
    language: string
    clientId: string
  },
): EventRead {
  const { id, seq, postedAt, roomId, text, language, clientId } = said
  const message = messageShown({
    id,
    place: seq,
    roomId,
    authorId: author.id,
    name: author.name,
    text,
    language,
    postedAt,
    isWithdrawn: false,
    isHidden: false,
    isParked: false,
    isOwn: false,
    answers: 0,
    rootId: null,
    organisation: null,
    mentions: null,
    reactions: null,
    ownReactions: null,
    returnedAt: null,
    editedAt: null,
    hiddenFor: null,
    replyTo: null,
    replyName: null,
    replyText: null,
    replyLanguage: null,
  })
  return { seq, name: 'message-posted', removes: null, message, clientId, reactions: null }
}
