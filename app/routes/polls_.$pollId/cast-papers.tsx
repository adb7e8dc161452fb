import { useLingui } from '@lingui/react'
import { Moment } from '#app/pieces/moment.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { TextArea } from '#app/pieces/text-area.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import { UserText } from '#app/pieces/user-text.tsx'
import type { useRefused } from '#app/use-refused.ts'
import type { MyVote, PollShown } from '#server/polls/contract.ts'
import { familyOf, pollLimits } from '#server/polls/words.ts'
import { PaperFields } from './paper-fields.tsx'

interface CastProps {
  poll: PollShown
  isGuest: boolean
  clientId: string
  refused: ReturnType<typeof useRefused>
  /** What is ticked in a budget whose sum was asked for. */
  summed: { summed: string[]; electorId: string } | null
}

/** Every paper that the reader may cast: for seats, for themselves, for those who gave them a proxy. */
export function CastPapers({ poll, isGuest, clientId, refused, summed }: CastProps) {
  const { _ } = useLingui()
  const { state, tier } = poll
  const isOpen = state === 'open' || state === 'opening'
  if (state === 'cancelled')
    return (
      <Notice tone="warn" title={_('ballots.state.cancelled')}>
        {poll.cancelReason ? <UserText text={poll.cancelReason} /> : <p>{_('polls.lapsed')}</p>}
      </Notice>
    )
  if (state === 'planned')
    return (
      <Notice>
        {_('ballots.opens-on')} <Moment at={poll.opensAt} as="day-time" />.
      </Notice>
    )
  if (state === 'closing') return <Notice tone="warn">{_('ballots.closing.text')}</Notice>
  if (!isOpen) return null
  return (
    <>
      <Notice title={_(`polls.tier.${tier}.promise`)}>
        <p>
          {_('ballots.change-until')} <Moment at={poll.closesAt} as="day-time" />.
        </p>
      </Notice>
      {poll.turnout.map(({ unit, roll, voted }) => (
        <p key={unit}>{_(`polls.turnout.open.${unit}`, { voted, roll })}</p>
      ))}
      {tier === 'external' && poll.externalAddress && (
        <p>
          <a className="btn btn-primary" href={poll.externalAddress} rel="noreferrer">
            {_('polls.vote-elsewhere')}
          </a>
        </p>
      )}
      {isGuest && tier !== 'external' && (
        <p>
          <a className="btn btn-primary" href={`/sign-in?back=/polls/${poll.id}`}>
            {_('ballots.sign-in')}
          </a>
        </p>
      )}
      {tier !== 'external' &&
        poll.mine.map((vote) => (
          <PaperForm
            key={`${vote.unit} ${vote.electorId}`}
            poll={poll}
            vote={vote}
            clientId={clientId}
            refused={refused.typed('electorId') === vote.electorId ? refused : null}
            summed={summed?.electorId === vote.electorId ? summed.summed : null}
          />
        ))}
      {!isGuest && poll.mine.length === 0 && <Notice>{_('refusal.not-on-roll')}</Notice>}
    </>
  )
}

interface PaperFormProps extends Pick<CastProps, 'poll' | 'clientId'> {
  vote: MyVote
  refused: CastProps['refused'] | null
  summed: string[] | null
}

function PaperForm({ poll, vote, clientId, refused, summed }: PaperFormProps) {
  const { _ } = useLingui()
  const { electorId, unit, of, part, hasVoted, paper, reason, castBy } = vote
  const anchor = `paper-${electorId}`
  const mustFind = hasVoted && poll.tier === 'confidential'
  return (
    <section className="vote band" id={anchor} aria-labelledby={`${anchor}-title`}>
      <h2 id={`${anchor}-title`}>
        {_(part === 'proxy' ? 'polls.by-proxy' : unit === 'seat' ? 'ballots.by-seat' : 'ballots.by-person')}
        {of && (
          <>
            : <bdi>{of}</bdi>
          </>
        )}
      </h2>
      {hasVoted && (
        <Notice tone="good">
          {_('polls.has-voted')}
          {castBy && (
            <>
              {' '}
              ({_('ballots.cast-by')} <bdi>{castBy}</bdi>)
            </>
          )}
        </Notice>
      )}
      <form method="post" action={`/polls/${poll.id}`} className="form">
        <input type="hidden" name="unit" value={unit} />
        <input type="hidden" name="electorId" value={electorId} />
        <input type="hidden" name="definitionHash" value={poll.definitionHash} />
        {!mustFind && poll.tier === 'confidential' && (
          <input type="hidden" name="clientId" value={clientId} />
        )}
        <PaperFields poll={poll} anchor={anchor} paper={paper} refused={refused} summed={summed} />
        <TextArea
          name="reason"
          id={`${anchor}-reason`}
          rows={3}
          optional={!poll.rules.reasonRequired}
          label={_('ballots.reason')}
          hint={poll.tier === 'confidential' ? _('polls.reason.confidential') : undefined}
          maxLength={pollLimits.reason}
          defaultValue={refused?.typed('reason') ?? reason}
          error={refused?.errors['reason']}
        />
        {mustFind && (
          <TextField
            name="receipt"
            id={`${anchor}-receipt`}
            dir="ltr"
            label={_('polls.receipt.code')}
            hint={_('polls.receipt.hint')}
            defaultValue={refused?.typed('receipt')}
            error={refused?.errors['receipt']}
          />
        )}
        <div className="cluster">
          <SubmitButton>{_(hasVoted ? 'polls.change' : 'polls.cast')}</SubmitButton>
          {familyOf(poll.kind) === 'budget' && (
            <button className="btn btn-outline-primary" name="sum" value="yes" formNoValidate>
              {_('polls.sum')}
            </button>
          )}
        </div>
      </form>
    </section>
  )
}
