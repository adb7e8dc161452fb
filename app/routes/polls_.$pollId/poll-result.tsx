import { useLingui } from '@lingui/react'
import { UserText } from '#app/pieces/user-text.tsx'
import { WideTable } from '#app/pieces/wide-table.tsx'
import type { NamedVote, PollShown, UnitResult } from '#server/polls/contract.ts'
import { Counted } from './counted.tsx'

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
  const { unit, roll, ballots, outcome, winners, shown, counted, reasons } = result
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
        <p>{_(`polls.shown.${shown}`)}</p>
      )}
      {counted && <Counted poll={poll} counted={counted} />}
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
      <Names poll={poll} votes={poll.votes.filter((vote) => vote.unit === unit)} />
      {shown === 'full' && ballots > 0 && (
        <p>
          <a href={`/polls/${poll.id}/papers/${unit}`}>{_('polls.download')}</a> {_('polls.download.text')}
        </p>
      )}
    </>
  )
}

/** Open tier: who voted how. */
function Names({ poll, votes }: { poll: PollShown; votes: NamedVote[] }) {
  const { _ } = useLingui()
  if (votes.length === 0) return null
  return (
    <details>
      <summary>{_('polls.who-voted')}</summary>
      <WideTable>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{_('polls.elector')}</th>
              <th scope="col">{_('ballots.vote')}</th>
              <th scope="col">{_('ballots.why')}</th>
            </tr>
          </thead>
          <tbody>
            {votes.map(({ name, paper, reason }, n) => (
              <tr key={n}>
                <th scope="row">
                  <bdi>{name}</bdi>
                </th>
                <td>{paper ? <bdi>{inWords(paper)}</bdi> : _('ballots.did-not-vote')}</td>
                <td dir="auto">{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </details>
  )

  function inWords(paper: NonNullable<NamedVote['paper']>): string {
    const titles = poll.options.map(({ title }) => title)
    if ('choice' in paper) return _(`polls.answer.${paper.choice}`)
    if ('chosen' in paper) return paper.chosen.map((each) => titles[each]).join(', ')
    const [figures, isRanked] = 'points' in paper ? [paper.points, false] : [paper.ranks, true]
    const given = titles.flatMap((title, index) => {
      const figure = figures[index]
      return figure === null || figure === undefined ? [] : [{ title, figure }]
    })
    const sorted = given.toSorted((a, b) => (isRanked ? a.figure - b.figure : b.figure - a.figure))
    return sorted
      .map(({ title, figure }) => (isRanked ? `${figure}. ${title}` : `${title}: ${figure}`))
      .join(', ')
  }
}
