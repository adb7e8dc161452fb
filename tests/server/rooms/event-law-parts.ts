import { receive, settle, unfold, type Conversation } from '#app/live/conversation.ts'
import type { Actor } from '#server/ground.ts'
import { readSheet } from '#server/sheets/index.ts'
import { sheetParts, type SheetPart } from '#server/sheets/words.ts'
import type { EventShown } from '#server/rooms/contract.ts'
import { eventsSince, listThread, showRoom } from '#server/rooms/index.ts'
import type { Stage } from './event-law-stage.ts'

/** A part of a room that a reader's page keeps true: how it is when opened, and how the page follows what it hears. */
export type Part<Seen> = {
  open(stage: Stage, reader: Actor): Promise<Seen>
  follow(seen: Seen, events: EventShown[], stage: Stage, reader: Actor): Promise<Seen>
}

/** The messages and whether one may still write, as `useRoom` keeps them. */
export const conversation: Part<Conversation> = {
  open: async ({ ground, roomId }, reader) => {
    const { seq, messages, olderThan, me, isOpen } = await showRoom(ground, reader, { roomId })
    return { cursor: seq, messages, olderThan, threads: {}, me, isOpen }
  },
  follow: async (seen, events, { ground, roomId }, reader) => {
    const received = receive(seen, events)
    if (received === 'gap') throw new Error('Something between is missing')
    if (received.askAgainAfter === null) return received.conversation
    const asked = await eventsSince(ground, reader, { roomId, after: received.askAgainAfter })
    return settle(received.conversation, asked.events)
  },
}

/** A thread that was opened in place; the messages around it are the conversation's. */
const thread: Part<Conversation> = {
  open: async (stage, reader) => {
    const { ground, roomId, messageId: rootId } = stage
    const page = await listThread(ground, reader, { roomId, rootId })
    return unfold(await conversation.open(stage, reader), rootId, page)
  },
  follow: (seen, events, stage, reader) => conversation.follow(seen, events, stage, reader),
}

/** What is shown of the meeting: a part is read again when an event says that it may have changed, and not otherwise. */
const sheet: Part<object> = {
  open: (stage) => readParts(stage, sheetParts),
  follow: async (seen, events, stage) => {
    const changed = [...new Set(events.flatMap((event) => event.parts ?? []))]
    if (changed.length === 0) return seen
    const { parts, ...head } = await readParts(stage, changed)
    return { ...head, parts: { ...(seen as { parts: object }).parts, ...parts } }
  },
}

async function readParts({ ground, roomId }: Stage, wanted: readonly SheetPart[]) {
  const read = await readSheet(ground, 'everybody', roomId, wanted)
  if (!read) throw new Error('The room has no sheet')
  const { meeting, lastClosed, parts } = read
  return { meeting, lastClosed, parts }
}

/** Every part there is. What else a page shows live is one more here, and every act is then held to it. */
export const parts: Record<string, Part<unknown>> = { conversation, thread, sheet }
