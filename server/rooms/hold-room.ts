import type { Trx } from '#db/database.ts'
import type { Person } from '../ground.ts'
import { Refusal } from '../refusal.ts'
import { findRoomToKeep, type RoomKept } from './records-keeping.ts'

/** A room whose rules somebody is about to change. */
export async function holdRoomToKeep(trx: Trx, actor: Person, roomId: string): Promise<RoomKept> {
  const room = await findRoomToKeep(trx, actor, roomId, 'change')
  if (!room) throw new Refusal('unseen', 'room')
  return room
}
