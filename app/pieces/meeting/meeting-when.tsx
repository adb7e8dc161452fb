import { useLingui } from '@lingui/react'
import { Moment } from '#app/pieces/moment.tsx'

/** From when to when, in Italian time. */
export function MeetingWhen({ startsAt, endsAt }: { startsAt: Date | string; endsAt: Date | string }) {
  const { _ } = useLingui()
  return (
    <>
      <Moment at={startsAt} as="day-time" /> {_('meetings.until')} <Moment at={endsAt} as="time" />
    </>
  )
}
