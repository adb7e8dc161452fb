import { command } from '../command.ts'
import { mustBeOpen } from '../meetings/index.ts'
import { insist } from '../refusal.ts'
import { PauseFloor } from './contract.ts'
import { holdTurn } from './hold-turn.ts'
import { stopTurn } from './records-floor.ts'
import { mustBeOn } from './rules.ts'

/** The speaker's clock stands still until the floor is resumed. */
export const pauseFloor = command(PauseFloor, async ({ trx, actor, now, announce }, asked) => {
  const { meeting, turn, verdict } = await holdTurn(trx, actor, asked, now)
  insist(verdict)
  insist(mustBeOpen(meeting))
  insist(mustBeOn(turn))
  if (turn.runningSince !== null) {
    await stopTurn(trx, turn.id, now, false)
    await announce({
      streamId: meeting.roomId,
      name: 'floor-paused',
      about: turn.id,
      body: { meetingId: meeting.id },
    })
  }
  return { roomId: meeting.roomId }
})
