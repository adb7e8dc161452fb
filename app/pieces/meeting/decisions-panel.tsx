import { useLingui } from '@lingui/react'
import { ActForm } from '#app/live/act-form.tsx'
import type { Decisions } from '#server/decisions/contract.ts'
import { Decided, SetTask, Tasks } from './decided.tsx'
import { DecisionFields } from './decision-fields.tsx'
import { MotionFields } from './motion-fields.tsx'
import { Motions } from './motions.tsx'
import { OpenVote } from './open-vote.tsx'
import { seatsTaken, type Sitting } from './sitting.ts'

interface DecisionsPanelProps {
  sitting: Sitting
  decisions: Decisions
  language: string
}

/** What the table decides without leaving its room: the vote that is open, motions, decisions and who does what of them. */
export function DecisionsPanel({ sitting, decisions, language }: DecisionsPanelProps) {
  const { _ } = useLingui()
  const meetingId = sitting.meeting.id
  const running = sitting.parts.agenda?.find(({ state }) => state === 'running')
  const about = running?.about?.kind === 'proposal' ? running.about : null
  const seats = seatsTaken(sitting)
  const ofItem = decisions.tasks.filter(({ itemId }) => itemId !== null && itemId === running?.id)
  return (
    <>
      {decisions.vote && <OpenVote key={decisions.vote.ballotId} sitting={sitting} vote={decisions.vote} />}
      <h3>{_('decisions.motions')}</h3>
      <Motions sitting={sitting} decisions={decisions} />
      {seats.length > 0 && (
        <details>
          <summary>{_('decisions.move')}</summary>
          <ActForm
            act="decisions/move-motion"
            action={`/meetings/${meetingId}/motions`}
            address={{ meetingId }}
            once
            className="deciding-form"
            button={_('decisions.move')}
          >
            {(errors) => (
              <MotionFields
                errors={errors}
                form="motion"
                language={language}
                seats={seats}
                proposals={about ? [about] : []}
              />
            )}
          </ActForm>
        </details>
      )}
      <h3>{_('decisions.title')}</h3>
      <Decided sitting={sitting} decisions={decisions} language={language} />
      <Tasks tasks={ofItem} />
      {sitting.my.presides && (
        <details>
          <summary>{_('decisions.record')}</summary>
          <ActForm
            act="decisions/record-decision"
            action={`/meetings/${meetingId}/decisions`}
            address={{ meetingId }}
            once
            className="deciding-form"
            button={_('decisions.record')}
          >
            {(errors) => <DecisionFields errors={errors} form="decision" language={language} />}
          </ActForm>
        </details>
      )}
      {sitting.my.runs && running && (
        <SetTask meetingId={meetingId} of={{ itemId: running.id }} language={language} />
      )}
      <p>
        <a href={`/meetings/${meetingId}/minutes`}>{_('decisions.minutes')}</a>
      </p>
    </>
  )
}
