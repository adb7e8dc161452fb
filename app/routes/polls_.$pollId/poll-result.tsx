import { useLingui } from '@lingui/react'
import { Counted } from '#app/pieces/poll-count/counted.tsx'
import { NamedVotes } from '#app/pieces/poll-count/named-votes.tsx'
import { Recount } from '#app/pieces/poll-count/recount.tsx'
import { UserText } from '#app/pieces/user-text.tsx'
import type { PollShown, UnitResult } from '#server/polls/contract.ts'
import { papersFile } from '#server/polls/words.ts'

/** What was decided, every step of the count, and the papers to count again. */
export function PollResult({ poll }: { poll: PollShown }) {
  const { _ } = useLingui()
  if (poll.external)
    return (
      <section aria-labelledby="result" className="band stack">
        <h2 id="result">{_('ballots.result')}</h2>
        <UserText text={poll.external.outcome} />
        <p>
          <a href={poll.external.proofAddress} rel="noreferrer">
            {_('polls.outcome.proof')}
          </a>
        </p>
      </section>
    )
  if (!poll.result) return null
  return (
    <section aria-labelledby="result" className="band stack">
      <h2 id="result">{_('ballots.result')}</h2>
      {poll.result.units.map((unit) => (
        <OneUnit key={unit.unit} poll={poll} result={unit} />
      ))}
      {poll.result.receipts.length > 0 && (
        <details>
          <summary>{_('polls.receipts')}</summary>
          <p>{_('polls.receipts.text')}</p>
          <ul dir="ltr">
            {poll.result.receipts.map((receipt) => (
              <li key={receipt} className="ballot-hash">
                {receipt}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function OneUnit({ poll, result }: { poll: PollShown; result: UnitResult }) {
  const { _ } = useLingui()
  const { unit, roll, ballots, outcome, winners, shown, counted, reasons, lot } = result
  return (
    <>
      <h3>{_(`polls.result.${unit}`)}</h3>
      <p className="lead">
        {outcome === 'counted'
          ? winners.length > 0
            ? _('polls.chosen')
            : _('polls.counted')
          : _(`polls.outcome.${outcome}`)}
      </p>
      {winners.length > 0 && (
        <ol>
          {winners.map((winner) => (
            <li key={winner}>
              <strong>
                <bdi>{winner}</bdi>
              </strong>
            </li>
          ))}
        </ol>
      )}
      {shown === 'full' ? (
        <p>{_(`polls.turnout.${unit}`, { ballots, roll })}</p>
      ) : (
        outcome !== 'not-told' && <p>{_(`polls.shown.${shown}`)}</p>
      )}
      {counted && <Counted title={poll.title} counted={counted} />}
      {reasons.length > 0 && (
        <details>
          <summary>{_('polls.reasons')}</summary>
          {reasons.map(({ answer, reason }, n) => (
            <blockquote key={n}>
              {answer && <p className="muted">{_(`polls.answer.${answer}`)}</p>}
              <UserText text={reason} />
            </blockquote>
          ))}
        </details>
      )}
      {unit === 'seat' && poll.seatVotes.length > 0 && (
        <details>
          <summary>{_('polls.who-voted')}</summary>
          <NamedVotes options={poll.options} votes={poll.seatVotes} />
        </details>
      )}
      {poll.tier === 'open' && ballots !== null && ballots > 0 && (
        <p>
          <a href={`/polls/${poll.id}/named-votes/${unit}`}>{_('ballots.names.download')}</a>
        </p>
      )}
      {unit === 'person' && poll.tier === 'open' && ballots !== null && ballots > 0 && (
        <p>
          <a href={`/polls/${poll.id}/votes/person`}>{_('polls.who-voted')}</a>
        </p>
      )}
      {ballots !== null && ballots > 0 && (
        <Recount
          address={`/polls/${poll.id}/papers/${unit}`}
          file={papersFile(poll, unit)}
          kind={poll.kind}
          rules={poll.rules}
          roll={roll}
          counted={counted}
        />
      )}
      {lot?.value && (
        <details>
          <summary>{_('polls.lot')}</summary>
          <p>{_('polls.lot.text')}</p>
          <dl>
            <dt>{_('polls.lot.value')}</dt>
            <dd className="ballot-hash" dir="ltr">
              {lot.value}
            </dd>
            <dt>{_('polls.lot.seed')}</dt>
            <dd className="ballot-hash" dir="ltr">
              {lot.seed}
            </dd>
          </dl>
        </details>
      )}
    </>
  )
}
