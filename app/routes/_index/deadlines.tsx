import { useLingui } from '@lingui/react'
import { Badge } from '#app/pieces/badge.tsx'
import { Moment } from '#app/pieces/moment.tsx'
import { UserWords } from '#app/pieces/user-text.tsx'
import type { Deadline } from '#server/home/contract.ts'

/** What is due next, the overdue first: a silence is shown as one. */
export function Deadlines({ deadlines }: { deadlines: readonly Deadline[] }) {
  const { _ } = useLingui()
  if (deadlines.length === 0) return null
  return (
    <section className="band" aria-labelledby="deadlines">
      <h2 id="deadlines">{_('home.deadlines')}</h2>
      <ul className="plain-list home-list">
        {deadlines.map((deadline) => (
          <li key={`${deadline.kind} ${deadline.consultationId}`} className="cluster">
            <span className="nowrap">
              <Moment at={deadline.on} />
            </span>
            {deadline.isOverdue && <Badge tone="bad">{_('home.overdue')}</Badge>}
            <span>
              {deadline.kind === 'answer-due'
                ? _('home.deadline.answer')
                : _('home.deadline.phase', { phase: _(`shell.phase.${deadline.phase ?? 'listen'}`) })}
              {': '}
              <a href={`/consultations/${deadline.consultationId}`}>
                <UserWords text={deadline.title.text} language={deadline.title.language} />
              </a>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
