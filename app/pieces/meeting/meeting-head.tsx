import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { Moment } from '#app/pieces/moment.tsx'
import { Heard } from './heard.tsx'
import { MySeats } from './my-seats.tsx'
import type { Sitting } from './sitting.ts'
import { StatusLine } from './status-line.tsx'
import { titleOf } from './title-of.ts'

/** The meeting above the talk: where it stands in a line, and what the reader does in it, always within reach. */
export function MeetingHead({ sitting, children }: { sitting: Sitting; children?: ReactNode }) {
  const { _, i18n } = useLingui()
  const { meeting, my, parts } = sitting
  const title = titleOf(meeting.title, i18n.locale)
  return (
    <>
      <h2 id="meeting" className="meeting-title">
        <a href={`/meetings/${meeting.id}`}>
          {_('floor.meeting', { number: meeting.number })} <bdi lang={title.language}>{title.text}</bdi>
        </a>
      </h2>
      {meeting.state === 'called' ? (
        <p>
          {_('floor.called')} <Moment at={meeting.startsAt} as="day-time" />
        </p>
      ) : (
        <div className="meeting-bar">
          <StatusLine sitting={sitting} />
          {my.seats.length > 0 && <MySeats sitting={sitting} />}
          {parts.check?.open && <a href="#check">{_('floor.check.to')}</a>}
        </div>
      )}
      {children}
      <Heard sitting={sitting} />
    </>
  )
}
