import type { Trx } from '#db/database.ts'
import type { Person } from '../ground.ts'
import { holdMeeting } from '../meetings/index.ts'
import { Refusal } from '../refusal.ts'
import { findMeetingOfMotion, findMotion, type MotionHeld } from './records.ts'

/** A motion with its meeting, which is held first: what is then read of the motion stands until the act is done. */
export async function holdMotion(trx: Trx, actor: Person, motionId: string) {
  const meetingId = await findMeetingOfMotion(trx, motionId)
  if (!meetingId) throw new Refusal('unseen', 'motion')
  const meeting = await holdMeeting(trx, actor, meetingId).catch((thrown: unknown) => {
    // A motion of a meeting that this person may not see answers like one that is not there.
    throw thrown instanceof Refusal ? new Refusal('unseen', 'motion') : thrown
  })
  const motion: MotionHeld = await findMotion(trx, motionId)
  return { meeting, motion }
}
