import { useLingui } from '@lingui/react'
import { Bars } from '#app/pieces/bars.tsx'
import { FigureTable } from '#app/pieces/figure-table.tsx'
import { WideTable } from '#app/pieces/wide-table.tsx'
import type { PollShown, UnitResult } from '#server/polls/contract.ts'
import { euros } from './euros.ts'
import { Rounds } from './rounds.tsx'

type CountedResult = NonNullable<UnitResult['counted']>

/** The figures, each with the table behind it. */
export function Counted({ poll, counted }: { poll: PollShown; counted: CountedResult }) {
  const { _, i18n } = useLingui()
  if ('tally' in counted)
    return (
      <>
        <Figures
          about={poll.title}
          caption={_('polls.figure.answers')}
          bars={counted.tally.map(({ answer, votes }) => ({
            label: _(`polls.answer.${answer}`),
            value: votes,
          }))}
        />
        {counted.median && <p>{_('polls.median', { answer: _(`polls.answer.${counted.median}`) })}</p>}
      </>
    )
  if ('funded' in counted) {
    const money = euros(i18n.locale)
    return (
      <>
        <p>
          {_('polls.spent', {
            spent: money.format(Number(counted.spent)),
            budget: money.format(Number(counted.budget)),
          })}
        </p>
        {counted.method === 'equal-shares' && (
          <p>
            {_('polls.endowment', {
              amount: money.format(Number(counted.endowment.amount)),
              increments: counted.increments,
            })}
          </p>
        )}
        <WideTable>
          <table className="table">
            <caption>{_('polls.figure.projects')}</caption>
            <thead>
              <tr>
                <th scope="col">{_('polls.project')}</th>
                <th scope="col">{_('polls.cost.one')}</th>
                <th scope="col">{_('ballots.votes')}</th>
                {counted.method === 'equal-shares' && <th scope="col">{_('polls.each-paid')}</th>}
                <th scope="col">{_('polls.so-far')}</th>
              </tr>
            </thead>
            <tbody>
              {counted.rounds.map((round) => (
                <tr key={round.project}>
                  <th scope="row">
                    <bdi>{round.name}</bdi>
                  </th>
                  <td className="number">{money.format(Number(round.cost))}</td>
                  <td className="number">{round.votes}</td>
                  {counted.method === 'equal-shares' && (
                    <td>
                      {round.each &&
                        _('polls.paid', {
                          full: round.paidFull ?? 0,
                          rest: round.paidRest ?? 0,
                          amount: money.format(Number(round.each.amount)),
                        })}
                    </td>
                  )}
                  <td className="number">{money.format(Number(round.spent))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </WideTable>
      </>
    )
  }
  const [last] = counted.rounds
  return (
    <>
      {counted.rounds.length === 1 && last && (
        <Figures
          about={poll.title}
          caption={_(counted.pairwise ? 'polls.figure.beats' : 'polls.figure.votes')}
          bars={last.votes.map(({ name, votes }) => ({ label: name, value: Number(votes) }))}
        />
      )}
      {counted.pairwise && <Pairs pairs={counted.pairwise} />}
      {counted.rounds.length > 1 && <Rounds rounds={counted.rounds} />}
      {counted.ties.map(({ round, between, chosen, rule }, n) => (
        <p key={n}>
          {_(`polls.tie-broken.${rule}`, { round, between: between.join(' = '), chosen: chosen.join(', ') })}
        </p>
      ))}
    </>
  )
}

function Figures({
  about,
  caption,
  bars,
}: {
  about: string
  caption: string
  bars: { label: string; value: number }[]
}) {
  const { _ } = useLingui()
  return (
    <FigureTable
      caption={caption}
      columns={[about, _('ballots.votes')]}
      rows={bars.map(({ label, value }) => [label, value])}
    >
      <Bars bars={bars} />
    </FigureTable>
  )
}

/** How many papers prefer the row to the column. */
function Pairs({
  pairs: { candidates, preferred },
}: {
  pairs: { candidates: string[]; preferred: number[][] }
}) {
  const { _ } = useLingui()
  return (
    <WideTable>
      <table className="table">
        <caption>{_('polls.pairs')}</caption>
        <thead>
          <tr>
            <th scope="col">{_('polls.against')}</th>
            {candidates.map((name) => (
              <th key={name} scope="col">
                <bdi>{name}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {candidates.map((name, a) => (
            <tr key={name}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              {candidates.map((other, b) => (
                <td key={other} className="number">
                  {a === b ? '–' : (preferred[a]?.[b] ?? 0)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}
