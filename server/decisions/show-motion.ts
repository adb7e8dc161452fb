import { powersAt } from '../consultations/index.ts'
import { quorumOf } from '../floor/index.ts'
import { seeMeeting } from '../meetings/index.ts'
import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { ShowMotion, type MotionShown } from './contract.ts'
import { findMeetingOfMotion } from './records.ts'
import { listMotions } from './records-reading.ts'
import { mayPreside } from './rules.ts'

/** One motion, with whether the table is quorate and whether the reader may put it to the vote. */
export const showMotion = query(
  ShowMotion,
  async ({ db, actor, now }, { motionId }): Promise<MotionShown> => {
    const meetingId = await findMeetingOfMotion(db, motionId)
    if (!meetingId) throw new Refusal('unseen', 'motion')
    const meeting = await seeMeeting(db, actor, meetingId).catch(() => {
      throw new Refusal('unseen', 'motion')
    })
    const motion = (await listMotions(db, meetingId)).find(({ id }) => id === motionId)
    if (!motion) throw new Refusal('unseen', 'motion')
    return {
      ...motion,
      meetingId,
      roomId: meeting.roomId,
      isOpen: meeting.state === 'open',
      usualQuorum: meeting.quorum,
      quorum: await quorumOf(db, meetingId, now),
      mayPut: mayPreside(await powersAt(db, actor, { tableId: meeting.tableId }, now)) === true,
    }
  },
)
