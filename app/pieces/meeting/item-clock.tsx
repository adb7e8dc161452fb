import { useLingui } from '@lingui/react'
import { useNow } from '#app/live/use-now.ts'
import type { AgendaItem } from '#server/meetings/contract.ts'

type Clocked = Pick<AgendaItem, 'runningSince' | 'spentSeconds' | 'minutes'>

/** How long an item has run, of how long it was given. */
export function ItemClock({ item }: { item: Clocked }) {
  const { _ } = useLingui()
  const now = useNow(item.runningSince !== null)
  const spent = item.spentSeconds + secondsSince(item.runningSince, now)
  const isOver = spent > item.minutes * 60
  return (
    <span className={isOver ? 'item-clock item-clock-over' : 'item-clock'}>
      {_(isOver ? 'agenda.clock.over' : 'agenda.clock', {
        spent: Math.floor(spent / 60),
        minutes: item.minutes,
      })}
      {item.runningSince === null && ` · ${_('agenda.paused')}`}
    </span>
  )
}

function secondsSince(since: string | null, now: number): number {
  return since === null ? 0 : Math.max(0, Math.floor((now - Date.parse(since)) / 1000))
}
