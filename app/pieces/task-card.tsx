import { useLingui } from '@lingui/react'
import type { TaskShown } from '#server/decisions/contract.ts'
import type { TaskState } from '#server/decisions/words.ts'
import { Badge, type Tone } from './badge.tsx'
import { Moment } from './moment.tsx'
import { UserText, UserWords } from './user-text.tsx'

const tones: Record<TaskState, Tone> = { open: 'blue', overdue: 'bad', done: 'good' }

/** What is to be done, by whom and by when, where it comes from, and what was last said of it. */
export function TaskFacts({ task }: { task: TaskShown }) {
  const { _ } = useLingui()
  const { state, office, dueOn, reviewOn, isReviewDue, meeting, from } = task
  return (
    <>
      <p className="cluster">
        <Badge tone={tones[state]}>{_(`minutes.task.${state}`)}</Badge>
        {isReviewDue && <Badge tone="warn">{_('minutes.task.review-due')}</Badge>}
      </p>
      <dl className="task-facts">
        <div>
          <dt>{_('minutes.task.office')}</dt>
          <dd>
            <bdi>{office}</bdi>
          </dd>
        </div>
        <div>
          <dt>{_('minutes.task.due')}</dt>
          <dd>
            <Moment at={dueOn} />
          </dd>
        </div>
        {reviewOn && (
          <div>
            <dt>{_('minutes.task.review')}</dt>
            <dd>
              <Moment at={reviewOn} />
            </dd>
          </div>
        )}
        <div>
          <dt>{_('minutes.task.from')}</dt>
          <dd>
            <UserWords text={from.text} language={from.language} /> ·{' '}
            {meeting.hasMinutes ? (
              <a href={`/meetings/${meeting.id}/minutes`}>
                {_('minutes.of-meeting', { number: meeting.number })}
              </a>
            ) : (
              _('minutes.of-meeting', { number: meeting.number })
            )}
          </dd>
        </div>
      </dl>
    </>
  )
}

/** What was said of it, the newest first. */
export function TaskReports({ reports }: { reports: TaskShown['reports'] }) {
  const { _ } = useLingui()
  return (
    <ol className="task-reports">
      {reports.map(({ number, isDone, text, language, at }) => (
        <li key={number}>
          <p className="muted">
            <strong>{_(isDone ? 'minutes.task.said-done' : 'minutes.task.said-not-done')}</strong> ·{' '}
            <Moment at={at} />
          </p>
          <UserText text={text} language={language} />
        </li>
      ))}
    </ol>
  )
}
