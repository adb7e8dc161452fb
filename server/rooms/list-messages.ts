import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { ListMessages, type MessagesShown } from './contract.ts'
import * as records from './records-reading.ts'

/** The messages of the main order before a place. */
export const listMessages = query(
  ListMessages,
  async ({ db, actor }, { roomId, before }): Promise<MessagesShown> => {
    const seen = await records.findRoomSeen(db, actor, roomId)
    if (!seen) throw new Refusal('unseen', 'room')
    const reader = actor.kind === 'person' ? actor.id : null
    const page = await records.listMessages(db, roomId, reader, { before: Math.min(before, seen.seq + 1) })
    return { ...page, seq: seen.seq }
  },
)
