import { type Announcement, recordEvent, tellMoment } from '../events.ts'
import type { Ground, Grown, Guest } from '../ground.ts'
import { romeDay } from '../rome-day.ts'
import { endPresence } from './end-presence.ts'
import { holdMeetingToSweep, keepConnected, listLapsed } from './records-presence.ts'
import { liveSeconds } from './words.ts'

/** Nobody: time passed without a sign of life. */
const theClock: Guest = { kind: 'guest', language: 'it', network: '' }

/** Those who are connected in a meeting's room keep the places that they took. */
export async function keepPlacesOf(
  ground: Ground,
  connected: { roomId: string; personId: string }[],
): Promise<void> {
  await keepConnected(ground.db, connected, new Date(ground.now().getTime() + liveSeconds * 1_000))
}

/** Ends what nobody keeps any more; answers how many. Nodes that do this at once share the work, so each lapses once. */
export async function lapsePlaces(ground: Ground): Promise<number> {
  let lapsed = 0
  for (;;) {
    const ended = await lapseInOneMeeting(ground)
    if (ended === 0) return lapsed
    lapsed += ended
  }
}

async function lapseInOneMeeting(ground: Ground): Promise<number> {
  const now = ground.now()
  const grown: Grown[] = []
  await ground.db.transaction().execute(async (trx) => {
    if (ground.pretendsNow) await tellMoment(trx, now)
    const meeting = await holdMeetingToSweep(trx, now, romeDay(now))
    if (!meeting) return
    const announce = async (announcement: Announcement) => {
      grown.push({ streamId: meeting.roomId, seq: await recordEvent(trx, theClock, announcement) })
    }
    for (const lapsed of await listLapsed(trx, meeting.id, now, romeDay(now))) {
      const { seatId, isUnseen } = lapsed
      const at = { meetingId: meeting.id, seatId }
      await endPresence(trx, at, lapsed, isUnseen ? 'lapsed' : 'mandate-ended', now)
      await announce({
        streamId: meeting.roomId,
        name: 'place-lapsed',
        about: seatId,
        body: { meetingId: meeting.id },
      })
    }
  })
  if (grown.length > 0) ground.ring(grown)
  return grown.length
}
