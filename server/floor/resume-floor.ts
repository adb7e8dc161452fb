import { command } from '../command.ts'
import { mustBeOpen } from '../meetings/index.ts'
import { insist } from '../refusal.ts'
import { ResumeFloor } from './contract.ts'
import { holdTurn } from './hold-turn.ts'
import { restartTurn } from './records-floor.ts'
import { mustBeOn } from './rules.ts'

/** The speaker's clock runs on from where it stood. */
export const resumeFloor = command(ResumeFloor, async ({ trx, actor, now, announce }, asked) => {
  const { meeting, turn, verdict } = await holdTurn(trx, actor, asked, now)
  insist(verdict)
  insist(mustBeOpen(meeting))
  insist(mustBeOn(turn))
  if (turn.runningSince === null) {
    await restartTurn(trx, turn.id, now)
    await announce({
      streamId: meeting.roomId,
      name: 'floor-resumed',
      about: turn.id,
      body: { meetingId: meeting.id },
    })
  }
  return { roomId: meeting.roomId }
})
