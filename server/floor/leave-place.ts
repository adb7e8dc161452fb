import { command } from '../command.ts'
import { holdMeeting } from '../meetings/index.ts'
import { Refusal } from '../refusal.ts'
import { LeavePlace } from './contract.ts'
import { endPresence } from './end-presence.ts'
import { findPresent } from './records-presence.ts'

/** Whoever is there for a seat leaves it; a hand that is up comes down. Leaving twice is leaving once. */
export const leavePlace = command(
  LeavePlace,
  async ({ trx, actor, now, announce }, { meetingId, seatId }) => {
    const meeting = await holdMeeting(trx, actor, meetingId)
    const present = await findPresent(trx, meetingId, seatId)
    if (present && present.personId !== actor.id) throw new Refusal('forbidden', 'not-your-seat')
    if (present && meeting.state === 'open') {
      await endPresence(trx, { meetingId, seatId }, present, 'left', now)
      await announce({ streamId: meeting.roomId, name: 'place-left', about: seatId, body: { meetingId } })
    }
    return { roomId: meeting.roomId }
  },
)
