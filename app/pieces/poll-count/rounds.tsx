import { useLingui } from '@lingui/react'
import { WideTable } from '#app/pieces/wide-table.tsx'
import type { UnitResult } from '#server/polls/contract.ts'

type Round = Extract<NonNullable<UnitResult['counted']>, { pairwise?: unknown }>['rounds'][number]

/** Every round of a count: who had how much, who moved where, and what came of it. */
export function Rounds({ rounds }: { rounds: readonly Round[] }) {
  const { _ } = useLingui()
  return (
    <details>
      <summary>{_('polls.rounds', { rounds: rounds.length })}</summary>
      {rounds.map(({ round, votes, elected, excluded, exhausted, quota, transfer, keeps = [] }) => (
        <section key={round} className="stack">
          <h4>{_('polls.round', { round })}</h4>
          {transfer && (
            <p>
              {_(`polls.transfer.${transfer.reason}`, { from: transfer.from })}{' '}
              {transfer.to.map(({ name, votes: moved }) => `${name} +${moved}`).join(', ') ||
                _('polls.transfer.nobody')}
              {transfer.value !== undefined && <> {_('polls.transfer.value', { value: transfer.value })}</>}
            </p>
          )}
          <WideTable>
            <table className="table">
              <caption>{quota === undefined ? _('polls.figure.votes') : _('polls.quota', { quota })}</caption>
              <tbody>
                {votes.map(({ name, votes: each }) => (
                  <tr key={name}>
                    <th scope="row">
                      <bdi>{name}</bdi>
                    </th>
                    <td className="number">{each}</td>
                  </tr>
                ))}
                {exhausted !== undefined && (
                  <tr>
                    <th scope="row">{_('polls.exhausted')}</th>
                    <td className="number">{exhausted}</td>
                  </tr>
                )}
              </tbody>
            </table>
          </WideTable>
          {keeps.length > 0 && (
            <p>
              {_('polls.keeps', {
                parts: keeps.map(({ name, votes: part }) => `${name} ${part}`).join(', '),
              })}
            </p>
          )}
          {elected.length > 0 && <p>{_('polls.elected', { names: elected.join(', ') })}</p>}
          {excluded.length > 0 && <p>{_('polls.excluded', { names: excluded.join(', ') })}</p>}
        </section>
      ))}
    </details>
  )
}
