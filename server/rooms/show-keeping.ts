import { saidIn } from '../by-language.ts'
import { query } from '../query.ts'
import { insist, Refusal } from '../refusal.ts'
import { type KeepingShown, ShowKeeping } from './contract.ts'
import { findRoomToKeep, listHeld, listParked } from './records-keeping.ts'
import { readTalk } from './records-talk.ts'
import { mustKeepOrder } from './rules.ts'

/** How a room is kept: its pace for the chair and the moderators; what waits and what was put aside for the moderators alone. */
export const showKeeping = query(ShowKeeping, async ({ db, actor }, { roomId }): Promise<KeepingShown> => {
  if (actor.kind === 'guest') throw new Refusal('forbidden', 'sign-in-first')
  const room = await findRoomToKeep(db, actor, roomId)
  if (!room) throw new Refusal('unseen', 'room')
  insist(mustKeepOrder(room))
  const { mayModerate, isOpen } = room
  const held = mayModerate ? await listHeld(db, actor, roomId) : []
  const parked = mayModerate ? await listParked(db, actor, roomId) : []
  return {
    roomId,
    consultation: { id: room.consultationId, title: saidIn(room.title, actor.language) },
    isOpen,
    mayModerate,
    talk: await readTalk(db, roomId),
    held: held.map(({ at, ...each }) => ({ ...each, at: at.toISOString() })),
    parked: parked.map(({ at, ...each }) => ({ ...each, at: at.toISOString() })),
  }
})
