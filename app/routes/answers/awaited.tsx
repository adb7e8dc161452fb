import { useLingui } from '@lingui/react'
import { Badge } from '#app/pieces/badge.tsx'
import { Card } from '#app/pieces/card.tsx'
import { Moment } from '#app/pieces/moment.tsx'
import { UserWords } from '#app/pieces/user-text.tsx'
import type { AnswerAwaited } from '#server/answers/contract.ts'

interface AwaitedProps {
  id: string
  title: string
  answers: readonly AnswerAwaited[]
  /** These wait for the reader: each leads to the form. */
  toAnswer?: boolean
}

/** What was asked and not yet answered, with how late it is; draws nothing when there is none. */
export function Awaited({ id, title, answers, toAnswer }: AwaitedProps) {
  const { _ } = useLingui()
  if (answers.length === 0) return null
  return (
    <section className="band" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="grid">
        {answers.map((answer) => (
          <li key={answer.proposalId}>
            <Card
              title={<UserWords text={answer.title} language={answer.language} />}
              href={`/proposals/${answer.proposalId}${toAnswer ? '/answer' : ''}`}
              above={<UserWords text={answer.consultation.text} language={answer.consultation.language} />}
              badges={
                answer.daysLate > 0 ? (
                  <Badge tone="bad" icon="clock">
                    {_('answers.late', { days: answer.daysLate })}
                  </Badge>
                ) : (
                  <Badge tone="blue">{_('answers.waiting')}</Badge>
                )
              }
              foot={
                <>
                  <bdi>{answer.body}</bdi> · {_('answers.by')} <Moment at={answer.dueOn} />
                </>
              }
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
