import { useLingui } from '@lingui/react'
import type { MeetingListed } from '#server/meetings/contract.ts'
import { MeetingCard } from './meeting-card.tsx'

interface MeetingsOfProps {
  /** The next ones. */
  meetings: readonly MeetingListed[]
  /** The whole list, those that were too. */
  all: string
  /** Where the chair calls another. */
  call?: string | undefined
  /** What a table has set itself to do in its meetings. */
  tasks?: string
}

/** The meetings to come of a table or a consultation, on its page. */
export function MeetingsOf({ meetings, all, call, tasks }: MeetingsOfProps) {
  const { _ } = useLingui()
  return (
    <section className="band stack" aria-labelledby="meetings">
      <h2 id="meetings">{_('meetings.title')}</h2>
      {meetings.length === 0 && <p className="muted">{_('meetings.none.coming')}</p>}
      <ul className="grid">
        {meetings.map((meeting) => (
          <li key={meeting.id}>
            <MeetingCard meeting={meeting} />
          </li>
        ))}
      </ul>
      <p className="cluster">
        {call && (
          <a className="btn btn-primary" href={call}>
            {_('meetings.call')}
          </a>
        )}
        <a href={all}>{_('meetings.all')}</a>
        {tasks && <a href={tasks}>{_('minutes.tasks.of-table')}</a>}
      </p>
    </section>
  )
}
