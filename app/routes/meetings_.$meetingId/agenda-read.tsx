import { useLingui } from '@lingui/react'
import { Badge } from '#app/pieces/badge.tsx'
import { MissingPapers } from '#app/pieces/meeting/missing-papers.tsx'
import { Papers } from '#app/pieces/meeting/papers.tsx'
import { UserText, UserWords } from '#app/pieces/user-text.tsx'
import type { AgendaItemRead, MeetingShown } from '#server/meetings/contract.ts'

/** The agenda with everything there is to read before the meeting, and what came of it after. */
export function AgendaRead({ meeting }: { meeting: MeetingShown }) {
  const { _ } = useLingui()
  const { id, agenda, may } = meeting
  return (
    <section aria-labelledby="agenda">
      <h2 id="agenda">{_('meetings.agenda')}</h2>
      {agenda.length === 0 && <p className="muted">{_('agenda.none')}</p>}
      <ol className="agenda">
        {agenda.map((item) => (
          <li
            key={item.id}
            id={`item-${item.id}`}
            className={item.state === 'running' ? 'agenda-item agenda-now' : 'agenda-item'}
          >
            <Item item={item} />
          </li>
        ))}
      </ol>
      {may.editAgenda && (
        <p>
          <a className="btn btn-outline-primary" href={`/meetings/${id}/agenda`}>
            {_('meetings.agenda.edit')}
          </a>
        </p>
      )}
    </section>
  )
}

function Item({ item }: { item: AgendaItemRead }) {
  const { _ } = useLingui()
  const { about, carriedTo, endedAs, minutes, state } = item
  return (
    <>
      <h3 className="agenda-title">
        <UserWords text={item.title} language={item.language} />
      </h3>
      <p className="agenda-facts">
        {state === 'running' && <Badge tone="now">{_('agenda.running')}</Badge>}{' '}
        {_('agenda.minutes', { minutes })}
        {endedAs && ` · ${_(`agenda.ended.${endedAs}`)}`}
        {state === 'carried' && ` · ${_('agenda.carried')}`}
        {carriedTo && (
          <>
            {': '}
            <a href={`/meetings/${carriedTo.meetingId}`}>
              {_('meetings.number', { number: carriedTo.number })}
            </a>
          </>
        )}
      </p>
      {about && (
        <p className="agenda-facts">
          {_(`meetings.about.${about.kind}`)}{' '}
          <a href={about.kind === 'need' ? `/needs/${about.id}` : `/proposals/${about.id}`}>
            <UserWords text={about.title} language={about.language} />
          </a>
        </p>
      )}
      {item.outcome && <UserText text={item.outcome} language={item.outcomeLanguage} />}
      <Papers papers={item.papers} />
      <MissingPapers papers={item.papers} />
    </>
  )
}
