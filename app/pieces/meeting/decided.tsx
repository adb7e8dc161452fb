import { useLingui } from '@lingui/react'
import { ActForm } from '#app/live/act-form.tsx'
import { Badge, type Tone } from '#app/pieces/badge.tsx'
import { Moment } from '#app/pieces/moment.tsx'
import { UserText, UserWords } from '#app/pieces/user-text.tsx'
import type { Outcome } from '#server/ballots/words.ts'
import type { DecisionOnSheet, Decisions, TaskOnSheet } from '#server/decisions/contract.ts'
import type { Sitting } from './sitting.ts'
import { TaskFields } from './task-fields.tsx'

const tones: Record<Outcome, Tone> = { approved: 'good', 'not-approved': 'bad', 'no-quorum': 'warn' }

interface DecidedProps {
  sitting: Sitting
  decisions: Decisions
  language: string
}

/** What the table has decided in this meeting, and what is to be done of it. */
export function Decided({ sitting, decisions: { decisions, tasks }, language }: DecidedProps) {
  const { _ } = useLingui()
  if (decisions.length === 0) return <p className="muted">{_('decisions.none')}</p>
  return (
    <ol className="decided">
      {decisions.map((decision) => (
        <li key={decision.id}>
          <DecisionRead decision={decision} />
          <Tasks tasks={tasks.filter(({ decisionId }) => decisionId === decision.id)} />
          {sitting.my.runs && (decision.vote === null || decision.vote.outcome === 'approved') && (
            <SetTask meetingId={sitting.meeting.id} of={{ decisionId: decision.id }} language={language} />
          )}
        </li>
      ))}
    </ol>
  )
}

function DecisionRead({ decision: { text, language, vote } }: { decision: DecisionOnSheet }) {
  const { _ } = useLingui()
  return (
    <>
      <UserText text={text} language={language} />
      <p className="muted">
        {vote?.outcome ? (
          <Badge tone={tones[vote.outcome]}>{_(`decisions.outcome.${vote.outcome}`)}</Badge>
        ) : (
          <Badge tone="good">{_('decisions.consent')}</Badge>
        )}{' '}
        {vote?.seats && (
          <>
            {_('decisions.tally', vote.seats)} ·{' '}
            <a href={`/ballots/${vote.ballotId}`}>{_('decisions.vote.page')}</a>
          </>
        )}
      </p>
    </>
  )
}

export function Tasks({ tasks }: { tasks: readonly TaskOnSheet[] }) {
  const { _ } = useLingui()
  if (tasks.length === 0) return null
  return (
    <ul className="decided-tasks">
      {tasks.map(({ id, text, language, office, dueOn, isDone }) => (
        <li key={id}>
          <a href={`/tasks/${id}`}>
            <UserWords text={text} language={language} />
          </a>{' '}
          <span className="muted">
            <bdi>{office}</bdi> · {_('decisions.task.by')} <Moment at={dueOn} as="short" />
          </span>{' '}
          {isDone && <Badge tone="good">{_('decisions.task.done')}</Badge>}
        </li>
      ))}
    </ul>
  )
}

interface SetTaskProps {
  meetingId: string
  of: { decisionId: string } | { itemId: string }
  language: string
}

export function SetTask({ meetingId, of, language }: SetTaskProps) {
  const { _ } = useLingui()
  const [id] = Object.values(of)
  return (
    <details className="unfold">
      <summary className="btn btn-outline-primary btn-small">{_('decisions.task.set')}</summary>
      <ActForm
        act="decisions/set-task"
        action={`/meetings/${meetingId}/tasks`}
        address={{ meetingId }}
        fields={of}
        once
        small
        className="deciding-form"
        button={_('decisions.task.set')}
      >
        {(errors) => <TaskFields errors={errors} form={`task-${id}`} language={language} />}
      </ActForm>
    </details>
  )
}
