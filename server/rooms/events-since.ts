import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { EventsSince, type EventShown, type EventsShown } from './contract.ts'
import { findRoomSeen, listEvents, type EventRead } from './records-reading.ts'

/** What a reader missed after a place, in order, each message as it stands now for this reader. */
export const eventsSince = query(
  EventsSince,
  async ({ db, actor }, { roomId, after }): Promise<EventsShown> => {
    const seen = await findRoomSeen(db, actor, roomId)
    if (!seen) throw new Refusal('unseen', 'room')
    const reader = actor.kind === 'person' ? actor.id : null
    const events = after < seen.seq ? await listEvents(db, roomId, reader, { after, upTo: seen.seq }) : []
    return { events: events.map(eventShown), more: (events.at(-1)?.seq ?? seen.seq) < seen.seq }
  },
)

/** Events that are not about a message only move the cursor: who was let in or out is not told here. */
export function eventShown({ seq, name, message, clientId }: EventRead): EventShown {
  return { seq, name: message ? name : 'other', message, clientId }
}
