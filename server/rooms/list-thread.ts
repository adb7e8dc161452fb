import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { ListThread, type ThreadShown } from './contract.ts'
import { findMessage, findRoomSeen, listMessages } from './records-reading.ts'

/** A message and the answers to it, the newest of them or those before a place. */
export const listThread = query(
  ListThread,
  async ({ db, actor }, { roomId, rootId, before }): Promise<ThreadShown> => {
    const seen = await findRoomSeen(db, actor, roomId)
    if (!seen) throw new Refusal('unseen', 'room')
    const reader = actor.kind === 'person' ? actor.id : null
    const root = (await findMessage(db, roomId, reader, rootId))?.message
    if (!root || root.rootId !== null) throw new Refusal('unseen', 'message')
    const upTo = Math.min(before ?? Infinity, seen.seq + 1)
    const page = await listMessages(db, roomId, reader, { before: upTo, rootId })
    return { ...page, root, seq: seen.seq }
  },
)
