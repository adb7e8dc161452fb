import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { Moment } from '#app/pieces/moment.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import { UserText } from '#app/pieces/user-text.tsx'
import { VoteReceipt } from '#app/pieces/vote-receipt.tsx'
import type { BallotShown, VoteShown } from '#server/ballots/contract.ts'
import { ballotLimits, choices } from '#server/ballots/words.ts'
import { Turnout } from './turnout.tsx'

/** The vote itself: first for one's seat, then for oneself, plainly two. Before and after, what stands of one's own. */
export function CastVotes({ ballot, isGuest }: { ballot: BallotShown; isGuest: boolean }) {
  const { _ } = useLingui()
  const { id, state, mySeats, me, closesAt, definitionHash } = ballot
  if (state === 'cancelled')
    return (
      <Notice tone="warn" title={_('ballots.state.cancelled')}>
        <UserText text={ballot.cancelReason} />
      </Notice>
    )
  const isOpen = state === 'open' || state === 'opening'
  if (isOpen && isGuest)
    return (
      <p>
        <a className="btn btn-primary" href={`/sign-in?back=/ballots/${id}`}>
          {_('ballots.sign-in')}
        </a>
      </p>
    )
  const mayVoteAsPerson = isOpen && me.isOnRoll
  return (
    <>
      {isOpen && (
        <>
          <Notice title={_('ballots.tier')}>
            <p>{_('ballots.tier.more')}</p>
            <p>
              {_('ballots.change-until')} <Moment at={closesAt} as="day-time" />.
            </p>
          </Notice>
          <Turnout ballot={ballot} />
        </>
      )}
      {state === 'planned' && (
        <Notice>
          {_('ballots.opens-on')} <Moment at={ballot.opensAt} as="day-time" />.
        </Notice>
      )}
      {state === 'closing' && <Notice tone="warn">{_('ballots.closing.text')}</Notice>}
      {state !== 'planned' &&
        mySeats.map((seat) => (
          <Vote
            key={seat.seatId}
            anchor={`seat-${seat.seatId}`}
            title={
              <>
                {_('ballots.by-seat')}: <bdi>{seat.organisation}</bdi>
              </>
            }
            lead={_(`ballots.as-${seat.part}`)}
            stands={seat.vote}
            castBy={seat.vote?.castBy}
            isOpen={isOpen}
            action={`/ballots/${id}/vote`}
            fields={{ unit: 'seat', seatId: seat.seatId, definitionHash }}
          />
        ))}
      {(mayVoteAsPerson || me.vote) && (
        <Vote
          anchor="person"
          title={_('ballots.by-person')}
          lead={_('ballots.as-person')}
          stands={me.vote}
          isOpen={mayVoteAsPerson}
          action={`/ballots/${id}/vote`}
          fields={{ unit: 'person', definitionHash }}
        />
      )}
      {isOpen && !me.isOnRoll && <Notice>{_('refusal.not-on-roll')}</Notice>}
    </>
  )
}

interface VoteProps {
  anchor: string
  title: ReactNode
  lead: string
  stands: VoteShown | null
  castBy?: string | undefined
  isOpen: boolean
  action: string
  fields: Record<string, string>
}

function Vote({ anchor, title, lead, stands, castBy, isOpen, action, fields }: VoteProps) {
  const { _ } = useLingui()
  return (
    <section className="vote band" id={anchor} aria-labelledby={`${anchor}-title`}>
      <h2 id={`${anchor}-title`}>{title}</h2>
      <p className="muted">{lead}</p>
      {stands && (
        <Notice tone="good">
          <p>
            {_('ballots.stands')} <strong>{_(`ballots.choice.${stands.choice}`)}</strong>
            {castBy && (
              <>
                {' '}
                ({_('ballots.cast-by')} <bdi>{castBy}</bdi>)
              </>
            )}
            , <Moment at={stands.changedAt ?? stands.castAt} as="day-time" />.
          </p>
          {stands.reason && <UserText text={stands.reason} />}
          <VoteReceipt receipt={stands.receipt} />
        </Notice>
      )}
      {isOpen ? (
        <form method="post" action={action}>
          {Object.entries(fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <label htmlFor={`${anchor}-reason`}>
            {_('ballots.reason')} <span className="field-optional">{_('shell.optional')}</span>
          </label>
          <p className="field-hint" id={`${anchor}-reason-hint`}>
            {_('ballots.reason.hint')}
          </p>
          <textarea
            className="form-control"
            id={`${anchor}-reason`}
            name="reason"
            rows={3}
            dir="auto"
            maxLength={ballotLimits.reason}
            defaultValue={stands?.reason}
            aria-describedby={`${anchor}-reason-hint`}
          />
          <div className="vote-choices">
            {choices.map((choice) => (
              <button
                key={choice}
                className="vote-choice"
                name="choice"
                value={choice}
                aria-pressed={stands ? stands.choice === choice : undefined}
              >
                {_(`ballots.choice.${choice}`)}
              </button>
            ))}
          </div>
        </form>
      ) : (
        !stands && <p>{_('ballots.not-voted')}</p>
      )}
    </section>
  )
}
