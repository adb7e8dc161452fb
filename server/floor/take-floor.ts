import { command } from '../command.ts'
import { insist } from '../refusal.ts'
import { TakeFloor } from './contract.ts'
import { holdTurn } from './hold-turn.ts'
import { stopTurn } from './records-floor.ts'
import { mayEndTurn } from './rules.ts'

/** The chair takes the floor back, or the speaker has finished. A turn that is over stays over. */
export const takeFloor = command(TakeFloor, async ({ trx, actor, now, announce }, asked) => {
  const { meeting, turn, verdict } = await holdTurn(trx, actor, asked, now)
  insist(mayEndTurn(turn, actor.id, verdict === true))
  if (turn.endedAt === null && meeting.state === 'open') {
    await stopTurn(trx, turn.id, now, true)
    await announce({
      streamId: meeting.roomId,
      name: 'floor-taken',
      about: turn.id,
      body: { meetingId: meeting.id, seatId: turn.seatId },
    })
  }
  return { roomId: meeting.roomId }
})
