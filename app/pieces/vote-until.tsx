import { useLingui } from '@lingui/react'
import { Moment } from './moment.tsx'

/** Until when a vote goes on; nothing of one that is over, which may have been closed before its time. */
export function VoteUntil({ state, closesAt }: { state: string; closesAt: Date }) {
  const { _ } = useLingui()
  if (state === 'closed' || state === 'cancelled') return null
  return (
    <span>
      {_('polls.until')} <Moment at={closesAt} as="day-time" />
    </span>
  )
}
