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
import { KeptPaper } from './kept-paper.tsx'
import { PaperFields } from './paper-fields.tsx'

interface CastProps {
  poll: PollShown
  isGuest: boolean
  clientId: string
  refused: ReturnType<typeof useRefused>
  /** Whether the sum of what is ticked in a budget was asked for. */
  isSummed: boolean
}

/** Every paper that the reader may cast: for seats, for themselves, for those who gave them a proxy. */
export function CastPapers({ poll, isGuest, clientId, refused, isSummed }: CastProps) {
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
  if (state === 'unconfirmed') return <Notice tone="warn">{_('polls.unconfirmed')}</Notice>
  if (state === 'closing') return <Notice tone="warn">{_('ballots.closing.text')}</Notice>
  if (!isOpen)
    return poll.mine
      .filter(({ paper }) => paper !== null)
      .map((vote) => (
        <Notice key={`${vote.unit} ${vote.electorId}`} title={paperTitle(_, vote)}>
          <KeptPaper options={poll.options} vote={vote} />
        </Notice>
      ))
  return (
    <>
      <Notice title={_(`polls.tier.${tier}.promise`)}>
        <p>
          {_('ballots.change-until')} <Moment at={poll.closesAt} as="day-time" />.
        </p>
        {tier === 'open' && poll.electors !== 'seats' && <p>{_('polls.rule.person-names')}</p>}
      </Notice>
      {poll.turnout.map(({ unit, roll, voted }) => (
        <p key={unit}>
          {voted === null
            ? _(`polls.on-roll.${unit}`, { roll })
            : _(`polls.turnout.open.${unit}`, { voted, roll })}
        </p>
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
            isSummed={isSummed}
          />
        ))}
      {tier === 'external' &&
        poll.mine.map(({ unit, electorId, of }) => (
          <p key={`${unit} ${electorId}`}>
            {_(`polls.roll.mine.${unit}`)} {of && <bdi>{of}</bdi>}
          </p>
        ))}
      {!isGuest && poll.mine.length === 0 && <Notice>{_('refusal.not-on-roll')}</Notice>}
    </>
  )
}

function paperTitle(_: (id: string) => string, { part, unit, of }: MyVote) {
  return (
    <>
      {_(part === 'proxy' ? 'polls.by-proxy' : unit === 'seat' ? 'ballots.by-seat' : 'ballots.by-person')}
      {of && (
        <>
          : <bdi>{of}</bdi>
        </>
      )}
    </>
  )
}

interface PaperFormProps extends Pick<CastProps, 'poll' | 'clientId' | 'isSummed'> {
  vote: MyVote
  refused: CastProps['refused'] | null
}

function PaperForm({ poll, vote, clientId, refused, isSummed }: PaperFormProps) {
  const { _ } = useLingui()
  const { electorId, unit, part, hasVoted, obstacle, paper, reason, castBy } = vote
  const anchor = `paper-${electorId}`
  const mustFind = hasVoted && poll.tier === 'confidential'
  return (
    <section className="vote band" id={anchor} aria-labelledby={`${anchor}-title`}>
      <h2 id={`${anchor}-title`}>{paperTitle(_, vote)}</h2>
      {hasVoted && (
        <Notice tone="good">
          {_(obstacle ? `refusal.${obstacle}` : 'polls.has-voted')}
          {castBy && (
            <>
              {' '}
              ({_('ballots.cast-by')} <bdi>{castBy}</bdi>)
            </>
          )}
          <KeptPaper options={poll.options} vote={vote} />
        </Notice>
      )}
      {part === 'alternate' && <p>{_(`polls.rule.alternate.${poll.tier}`)}</p>}
      {obstacle === null && (
        <form method="post" action={`/polls/${poll.id}`} className="form">
          <input type="hidden" name="unit" value={unit} />
          <input type="hidden" name="electorId" value={electorId} />
          <input type="hidden" name="definitionHash" value={poll.definitionHash} />
          {!mustFind && poll.tier === 'confidential' && (
            <input type="hidden" name="clientId" value={clientId} />
          )}
          <PaperFields poll={poll} anchor={anchor} paper={paper} refused={refused} isSummed={isSummed} />
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
      )}
    </section>
  )
}
