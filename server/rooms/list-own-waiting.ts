import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { ListOwnWaiting, type OwnWaiting } from './contract.ts'
import { listOwnWaiting as list } from './records-keeping.ts'
import { findRoomSeen } from './records-reading.ts'

/** What one said in a room that waits for a moderator, or was refused by one. */
export const listOwnWaiting = query(
  ListOwnWaiting,
  async ({ db, actor }, { roomId }): Promise<{ waiting: OwnWaiting[] }> => {
    if (actor.kind === 'guest') throw new Refusal('forbidden', 'sign-in-first')
    if (!(await findRoomSeen(db, actor, roomId))) throw new Refusal('unseen', 'room')
    return { waiting: await list(db, actor.id, roomId) }
  },
)
