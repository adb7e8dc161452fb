import { command } from '../command.ts'
import { powersAt } from '../consultations/index.ts'
import { insist, Refusal } from '../refusal.ts'
import { CallMeeting } from './contract.ts'
import { findCalled, findRoomToMeetIn, keepMeeting } from './records.ts'
import { mayBeCalledFor, mayRun, remindedAlready } from './rules.ts'
import { tellInvited } from './tell-invited.ts'

/** Calls a meeting of the table in the room of one of its consultations; it gets the table's next number, and everybody who has a part in it is told. */
export const callMeeting = command(CallMeeting, async ({ trx, actor, now, announce, ground }, asked) => {
  const room = await findRoomToMeetIn(trx, actor, asked.consultationId)
  if (!room) throw new Refusal('unseen', 'consultation')
  insist(mayRun(await powersAt(trx, actor, { tableId: room.tableId }, now)))
  const called = await findCalled(trx, actor.id, asked.clientId)
  if (called) return { meetingId: called.id, number: called.number }
  insist(room.isOpen ? true : new Refusal('conflict', 'room-closed'))
  insist(mayBeCalledFor(asked, now))
  const remindedAt = remindedAlready(asked.startsAt, now)
  const { id, number } = await keepMeeting(trx, { ...asked, ...room, calledBy: actor.id, remindedAt })
  await tellInvited({ ground, trx, now }, 'meeting-called', id)
  await announce({ streamId: room.roomId, name: 'meeting-called', about: id })
  return { meetingId: id, number }
})
