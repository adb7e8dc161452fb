import { powersAt } from '../consultations/index.ts'
import { mayRun, mustBeOpen, seeMeeting } from '../meetings/index.ts'
import { query } from '../query.ts'
import { type ChecksListed, ShowChecks } from './contract.ts'
import { listResults, readChecks } from './read-checks.ts'

/** Every check of a meeting with its result, and the one that is open. */
export const showChecks = query(
  ShowChecks,
  async ({ db, actor, now }, { meetingId }): Promise<ChecksListed> => {
    const meeting = await seeMeeting(db, actor, meetingId)
    const powers = await powersAt(db, actor, { tableId: meeting.tableId }, now)
    const { open } = await readChecks(db, meetingId)
    return {
      meetingId,
      roomId: meeting.roomId,
      open,
      closed: await listResults(db, meetingId),
      may: { open: mayRun(powers) === true && mustBeOpen(meeting) === true },
    }
  },
)
