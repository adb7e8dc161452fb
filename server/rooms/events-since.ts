import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { partsChangedBy } from '../sheets/words.ts'
import { EventsSince, type EventShown, type EventsShown } from './contract.ts'
import { listEvents, type EventRead } from './records-events.ts'
import { findRoomSeen } from './records-reading.ts'
import { closings } from './words.ts'

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

/** Most events that are not about a message only move the cursor: who was let in or out is not told here. */
export function eventShown({ seq, name, message, clientId, reactions }: EventRead): EventShown {
  const parts = partsChangedBy[name]
  return {
    seq,
    name: message || reactions || closings.includes(name) ? name : 'other',
    message,
    clientId,
    ...(reactions ? { reactions } : {}),
    ...(parts ? { parts } : {}),
  }
}
