import { useLingui } from '@lingui/react'
import { useNow } from '#app/live/use-now.ts'
import type { FloorShown, TurnShown } from '#server/floor/contract.ts'

/** How long a turn has lasted, from the moments that were told; this device only counts on. */
export function useTurnSeconds(turn: TurnShown): number {
  const now = useNow(turn.runningSince !== null)
  return secondsOf(turn, now)
}

function secondsOf({ runningSince, spent }: TurnShown, now: number): number {
  const running = runningSince === null ? 0 : Math.max(0, now - Date.parse(runningSince))
  return Math.floor((spent + running) / 1_000)
}

/** The time of a turn as a clock shows it. */
export function TurnClock({ turn }: { turn: TurnShown }) {
  return <Clock seconds={useTurnSeconds(turn)} />
}

/** What the seat that speaks has left of its time in the whole meeting, or by how much it is over. */
export function SeatTime({ turn, floor }: { turn: TurnShown; floor: FloorShown }) {
  const { _ } = useLingui()
  const used = Math.floor((floor.spoken[turn.seatId] ?? 0) / 1_000) + useTurnSeconds(turn)
  if (floor.seatSeconds === null) return <>{_('floor.time.used', { time: minutesAndSeconds(used) })}</>
  const left = floor.seatSeconds - used
  return left >= 0 ? (
    <>{_('floor.time.left', { time: minutesAndSeconds(left) })}</>
  ) : (
    <strong className="floor-over">{_('floor.time.over', { time: minutesAndSeconds(-left) })}</strong>
  )
}

export function Clock({ seconds }: { seconds: number }) {
  return (
    <span className="clock" dir="ltr">
      {minutesAndSeconds(seconds)}
    </span>
  )
}

export function minutesAndSeconds(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
