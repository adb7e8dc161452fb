import { useLingui } from '@lingui/react'
import { Badge } from '#app/pieces/badge.tsx'
import { MissingPapers } from '#app/pieces/meeting/missing-papers.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { UserWords } from '#app/pieces/user-text.tsx'
import type { AgendaItemRead } from '#server/meetings/contract.ts'

interface ItemsMadeProps {
  meetingId: string
  agenda: readonly AgendaItemRead[]
  isOpen: boolean
}

/** The agenda as it stands, each item with what the chair may do with it: plain forms, one button each. */
export function ItemsMade({ meetingId, agenda, isOpen }: ItemsMadeProps) {
  const { _ } = useLingui()
  const minutes = agenda.reduce((sum, item) => sum + item.minutes, 0)
  if (agenda.length === 0) return <p className="muted">{_('agenda.none')}</p>
  return (
    <>
      <p>{_('meetings.agenda.sum', { items: agenda.length, minutes })}</p>
      <ol className="agenda">
        {agenda.map((item) => (
          <li
            key={item.id}
            id={`item-${item.id}`}
            className={item.state === 'running' ? 'agenda-item agenda-now' : 'agenda-item'}
          >
            <p className="agenda-title">
              <UserWords text={item.title} language={item.language} />
            </p>
            <p className="agenda-facts">
              {item.state === 'running' && <Badge tone="now">{_('agenda.running')}</Badge>}{' '}
              {_('agenda.minutes', { minutes: item.minutes })}
              {item.state === 'running' && item.runningSince === null && ` · ${_('agenda.paused')}`}
              {item.endedAs && ` · ${_(`agenda.ended.${item.endedAs}`)}`}
              {item.state === 'carried' && ` · ${_('agenda.carried')}`}
              {item.papers.length > 0 && ` · ${_('agenda.papers', { count: item.papers.length })}`}
            </p>
            <MissingPapers papers={item.papers} />
            <ItemActs meetingId={meetingId} item={item} last={agenda.length} isOpen={isOpen} />
          </li>
        ))}
      </ol>
    </>
  )
}

interface ItemActsProps {
  meetingId: string
  item: AgendaItemRead
  last: number
  isOpen: boolean
}

function ItemActs({ meetingId, item, last, isOpen }: ItemActsProps) {
  const here = `/meetings/${meetingId}/items/${item.id}`
  const isOver = item.state === 'closed' || item.state === 'carried'
  const isRunning = item.state === 'running'
  return (
    <div className="agenda-acts">
      {isOpen && item.state === 'waiting' && <Act action={`${here}/start`} word="agenda.start" item={item} />}
      {isOpen && isRunning && item.runningSince !== null && (
        <Act action={`${here}/pause`} word="agenda.pause" item={item} />
      )}
      {isOpen && isRunning && item.runningSince === null && (
        <Act action={`${here}/resumption`} word="agenda.resume" item={item} />
      )}
      {isOpen && isRunning && <To href={`${here}/closing`} word="agenda.close" item={item} />}
      {item.position > 1 && (
        <Act action={`${here}/place`} word="meetings.item.up" item={item} to={item.position - 1} />
      )}
      {item.position < last && (
        <Act action={`${here}/place`} word="meetings.item.down" item={item} to={item.position + 1} />
      )}
      {!isOver && (
        <>
          <To href={here} word="meetings.item.edit-and-papers" item={item} />
          <To href={`${here}/postponement`} word="agenda.carry" item={item} />
        </>
      )}
      {item.state === 'waiting' && item.spentSeconds === 0 && (
        <Act action={`${here}/removal`} word="meetings.item.remove" item={item} />
      )}
    </div>
  )
}

type Named = { word: string; item: Pick<AgendaItemRead, 'title' | 'language'> }

function Act({ action, word, item, to }: Named & { action: string; to?: number }) {
  return (
    <form method="post" action={action}>
      {to !== undefined && <input type="hidden" name="to" value={to} />}
      <SubmitButton tone="quiet" small>
        <Said word={word} item={item} />
      </SubmitButton>
    </form>
  )
}

function To({ href, word, item }: Named & { href: string }) {
  return (
    <a className="btn btn-outline-primary btn-small" href={href}>
      <Said word={word} item={item} />
    </a>
  )
}

/** Who hears the button alone hears of which item it is. */
function Said({ word, item }: Named) {
  const { _ } = useLingui()
  return (
    <>
      {_(word)}
      <span className="visually-hidden">
        {' '}
        <UserWords text={item.title} language={item.language} />
      </span>
    </>
  )
}
