import { useLingui } from '@lingui/react'
import { useState } from 'react'
import { ActForm } from '#app/live/act-form.tsx'
import { useNow } from '#app/live/use-now.ts'
import { RadioGroup } from '#app/pieces/choices.tsx'
import { TextArea } from '#app/pieces/text-area.tsx'
import { UserText } from '#app/pieces/user-text.tsx'
import { ballotLimits, choices, type Choice } from '#server/ballots/words.ts'
import type { VoteOnSheet } from '#server/decisions/contract.ts'
import type { Sitting } from './sitting.ts'
import { Clock } from './turn-clock.tsx'

interface OpenVoteProps {
  sitting: Sitting
  vote: VoteOnSheet
}

/** The question that is before the table, the rules as they were stated, and how one votes for one's seat. */
export function OpenVote({ sitting, vote }: OpenVoteProps) {
  const { _ } = useLingui()
  const left = Math.max(0, Math.ceil((Date.parse(vote.closesAt) - useNow(true)) / 1_000))
  const { ballotId, turnout, quorum, seatsOnRoll, seatsNeeded, majority } = vote
  return (
    <section className="vote-open" aria-labelledby="vote-title">
      <h3 id="vote-title">{_('decisions.vote')}</h3>
      <UserText text={vote.text} language={vote.language} />
      <p className="muted">
        {_('decisions.vote.rules', { quorum, needed: seatsNeeded, roll: seatsOnRoll })}{' '}
        {_('decisions.put.majority')}: {_(`decisions.majority.${majority}`)}.
      </p>
      <p>
        {left > 0 ? (
          <>
            {_('decisions.vote.left')} <Clock seconds={left} />
          </>
        ) : (
          _('decisions.vote.over')
        )}
      </p>
      <p>
        {_('decisions.vote.turnout', { seats: turnout.seat, roll: seatsOnRoll, persons: turnout.person })}
      </p>
      {left > 0 &&
        sitting.my.seats.map(({ seatId, organisation }) => (
          <SeatVote
            key={seatId}
            vote={vote}
            seatId={seatId}
            organisation={organisation}
            stands={
              sitting.votes.find((each) => each.ballotId === ballotId && each.seatId === seatId)?.choice
            }
          />
        ))}
      <p>
        <a href={`/ballots/${ballotId}`}>
          {_(left > 0 && sitting.isSignedIn ? 'decisions.vote.person' : 'decisions.vote.page')}
        </a>
      </p>
      {sitting.my.presides && (
        <details className="confirm">
          <summary className="btn btn-outline-primary btn-small">{_('decisions.vote.close')}</summary>
          <ActForm
            act="ballots/close-ballot"
            action={`/ballots/${ballotId}/closing`}
            address={{ ballotId }}
            className="confirm-panel stack"
            tone="danger"
            small
            button={_('decisions.vote.close')}
          >
            <p>{_('decisions.vote.close.question')}</p>
          </ActForm>
        </details>
      )}
    </section>
  )
}

interface SeatVoteProps {
  vote: VoteOnSheet
  seatId: string
  organisation: string
  stands: Choice | undefined
}

function SeatVote({ vote: { ballotId, definitionHash }, seatId, organisation, stands }: SeatVoteProps) {
  const { _ } = useLingui()
  const [cast, setCast] = useState(stands)
  const action = `/ballots/${ballotId}/vote`
  return (
    <ActForm
      act="ballots/cast-vote"
      action={action}
      address={{ ballotId }}
      fields={{ unit: 'seat', seatId, definitionHash }}
      className="seat-vote deciding-form"
      button={_(cast ? 'decisions.vote.change' : 'decisions.vote.cast')}
      onDone={(answer) => setCast((answer as { choice: Choice }).choice)}
    >
      {cast && (
        <p className="seat-vote-stands">
          {_('decisions.vote.stands')} <strong>{_(`decisions.choice.${cast}`)}</strong>
        </p>
      )}
      <RadioGroup
        name="choice"
        id={`choice-${seatId}`}
        label={
          <>
            {_('decisions.vote.seat')} <bdi>{organisation}</bdi>
          </>
        }
        choices={choices.map((value) => ({ value, label: _(`decisions.choice.${value}`) }))}
        chosen={cast}
        inColumns
      />
      <TextArea
        name="reason"
        id={`reason-${seatId}`}
        rows={2}
        optional
        maxLength={ballotLimits.reason}
        label={_('decisions.vote.reason')}
        hint={_('decisions.vote.reason.hint')}
      />
    </ActForm>
  )
}
