import { useLingui } from '@lingui/react'
import { Badge } from '#app/pieces/badge.tsx'
import { UserText, UserWords } from '#app/pieces/user-text.tsx'
import type { Agenda, AgendaItem } from '#server/meetings/contract.ts'
import { AgendaActs } from './agenda-acts.tsx'
import { ItemClock } from './item-clock.tsx'
import { MissingPapers } from './missing-papers.tsx'

interface AgendaPanelProps {
  meeting: { id: string; state: 'called' | 'open' }
  agenda: Agenda
  /** The chair and the secretary run it. */
  mayRun: boolean
}

/** The agenda beside the talk: what is being discussed now, what comes, what came of the rest. */
export function AgendaPanel({ meeting, agenda, mayRun }: AgendaPanelProps) {
  const { _ } = useLingui()
  if (agenda.length === 0) return <p className="muted">{_('agenda.none')}</p>
  return (
    <>
      <ol className="agenda">
        {agenda.map((item) => (
          <li key={item.id} className={item.state === 'running' ? 'agenda-item agenda-now' : 'agenda-item'}>
            <Item meetingId={meeting.id} item={item} />
            {mayRun && meeting.state === 'open' && <AgendaActs meetingId={meeting.id} item={item} />}
          </li>
        ))}
      </ol>
      <p>
        <a href={`/meetings/${meeting.id}`}>{_('agenda.whole')}</a>
      </p>
    </>
  )
}

function Item({ meetingId, item }: { meetingId: string; item: AgendaItem }) {
  const { _ } = useLingui()
  const { title, language, state, minutes, outcome, outcomeLanguage, endedAs, papers } = item
  return (
    <>
      <p className="agenda-title">
        <UserWords text={title} language={language} />
      </p>
      <p className="agenda-facts">
        {state === 'running' ? (
          <>
            <Badge tone="now">{_('agenda.running')}</Badge> <ItemClock item={item} />
          </>
        ) : (
          <>
            {_('agenda.minutes', { minutes })}
            {state !== 'waiting' && ` · ${_(endedAs ? `agenda.ended.${endedAs}` : 'agenda.carried')}`}
          </>
        )}
        {papers.length > 0 && (
          <>
            {' · '}
            <a href={`/meetings/${meetingId}#item-${item.id}`}>
              {_('agenda.papers', { count: papers.length })}
            </a>
          </>
        )}
      </p>
      <MissingPapers papers={papers} />
      {outcome && <UserText text={outcome} language={outcomeLanguage} />}
    </>
  )
}
