import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { UserWords } from '#app/pieces/user-text.tsx'
import type { ReadyItems } from '#server/meetings/contract.ts'
import { usualItemMinutes } from '#server/meetings/words.ts'

interface ReadyToAddProps {
  meetingId: string
  ready: ReadyItems
}

/** What is on no agenda yet, one button each; what waits from an earlier meeting comes first. */
export function ReadyToAdd({ meetingId, ready }: ReadyToAddProps) {
  const { _ } = useLingui()
  const { carried, proposals, needs } = ready
  if (carried.length + proposals.length + needs.length === 0) return null
  return (
    <section className="band" aria-labelledby="ready">
      <h2 id="ready">{_('meetings.ready')}</h2>
      <p>{_('meetings.ready.text', { minutes: usualItemMinutes })}</p>
      <Kind title={_('meetings.ready.carried')} count={carried.length} isOpen>
        {carried.map((item) => (
          <li key={item.itemId}>
            <UserWords text={item.title} language={item.language} />
            <span className="agenda-facts"> {_('meetings.ready.from', { number: item.fromNumber })}</span>
            <form method="post" action={`/meetings/${meetingId}/agenda/carried`}>
              <input type="hidden" name="itemId" value={item.itemId} />
              <Add title={item.title} language={item.language} />
            </form>
          </li>
        ))}
      </Kind>
      {[
        { title: _('meetings.ready.proposals'), subjects: proposals },
        { title: _('meetings.ready.needs'), subjects: needs },
      ].map(({ title, subjects }) => (
        <Kind key={title} title={title} count={subjects.length}>
          {subjects.map((subject) => (
            <li key={subject.id}>
              <a href={`/${subject.kind}s/${subject.id}`}>
                <UserWords text={subject.title} language={subject.language} />
              </a>
              <form method="post" action={`/meetings/${meetingId}/agenda`}>
                <input type="hidden" name="about" value={`${subject.kind}:${subject.id}`} />
                <input type="hidden" name="minutes" value={usualItemMinutes} />
                <Add title={subject.title} language={subject.language} />
              </form>
            </li>
          ))}
        </Kind>
      ))}
    </section>
  )
}

interface KindProps {
  title: string
  count: number
  isOpen?: boolean
  children: ReactNode
}

function Kind({ title, count, isOpen, children }: KindProps) {
  if (count === 0) return null
  return (
    <details className="ready-kind" open={isOpen}>
      <summary>
        {title} ({count})
      </summary>
      <ul className="plain-list ready-items">{children}</ul>
    </details>
  )
}

function Add({ title, language }: { title: string; language: string }) {
  const { _ } = useLingui()
  return (
    <SubmitButton tone="quiet" small>
      {_('meetings.ready.add')}
      <span className="visually-hidden">
        {' '}
        <UserWords text={title} language={language} />
      </span>
    </SubmitButton>
  )
}
