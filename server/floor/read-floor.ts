import type { Reader } from '#db/database.ts'
import { balancedOrder } from './balanced-order.ts'
import type { FloorShown } from './contract.ts'
import { findCurrentTurn } from './records-floor.ts'
import { listHands, listSpoken } from './records-reading.ts'

/** The queue that everybody sees, who speaks since when, and how long each seat has spoken. */
export async function readFloor(
  db: Reader,
  meeting: { id: string; seatSeconds: number | null },
): Promise<FloorShown> {
  const turn = await findCurrentTurn(db, meeting.id)
  const queue = await listHands(db, meeting.id)
  const spoken = Object.fromEntries(
    (await listSpoken(db, meeting.id)).map(({ seatId, milliseconds }) => [seatId, milliseconds]),
  )
  return {
    turn: turn
      ? {
          id: turn.id,
          seatId: turn.seatId,
          kind: turn.kind,
          givenAt: turn.givenAt.toISOString(),
          runningSince: turn.runningSince?.toISOString() ?? null,
          spent: turn.spentMilliseconds,
        }
      : null,
    queue,
    balanced: balancedOrder(queue, spoken),
    spoken,
    seatSeconds: meeting.seatSeconds,
  }
}
