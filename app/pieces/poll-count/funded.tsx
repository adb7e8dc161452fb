import { useLingui } from '@lingui/react'
import { WideTable } from '#app/pieces/wide-table.tsx'
import type { UnitResult } from '#server/polls/contract.ts'
import { euros } from './euros.ts'

type BudgetCounted = Extract<NonNullable<UnitResult['counted']>, { funded: unknown }>

/** Which projects have the money and who paid for them, which have not and why, and what was level on the way. */
export function Funded({ counted }: { counted: BudgetCounted }) {
  const { _, i18n } = useLingui()
  const money = euros(i18n.locale)
  const isShared = counted.method === 'equal-shares'
  const names = new Map(
    [...counted.rounds, ...(counted.unfunded ?? [])].map(({ project, name }) => [project, name]),
  )
  const titles = (ids: readonly string[]) => ids.map((id) => names.get(id) ?? id).join(', ')
  return (
    <>
      <p>
        {_('polls.spent', {
          spent: money.format(Number(counted.spent)),
          budget: money.format(Number(counted.budget)),
        })}
      </p>
      {isShared && (
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
              {isShared && <th scope="col">{_('polls.each-paid')}</th>}
              <th scope="col">{_('polls.so-far')}</th>
            </tr>
          </thead>
          <tbody>
            {counted.rounds.map(({ project, name, cost, votes, each, paidFull, paidRest, spent }) => (
              <tr key={project}>
                <th scope="row">
                  <bdi>{name}</bdi>
                </th>
                <td className="number">{money.format(Number(cost))}</td>
                <td className="number">{votes}</td>
                {isShared && (
                  <td>
                    {each &&
                      _('polls.paid', {
                        full: paidFull ?? 0,
                        rest: paidRest ?? 0,
                        amount: money.format(Number(each.amount)),
                      })}
                  </td>
                )}
                <td className="number">{money.format(Number(spent))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
      <Unfunded unfunded={counted.unfunded ?? []} />
      {counted.ties.map(({ round, between, chosen, rule }, n) => (
        <p key={n}>
          {_(`polls.tie-broken.${rule}`, {
            round,
            between: titles(between),
            chosen: titles(chosen),
            other: titles(between.filter((id) => !chosen.includes(id))),
          })}
        </p>
      ))}
    </>
  )
}

function Unfunded({ unfunded }: { unfunded: NonNullable<BudgetCounted['unfunded']> }) {
  const { _, i18n } = useLingui()
  const money = euros(i18n.locale)
  if (unfunded.length === 0) return null
  return (
    <WideTable>
      <table className="table">
        <caption>{_('polls.figure.unfunded')}</caption>
        <thead>
          <tr>
            <th scope="col">{_('polls.project')}</th>
            <th scope="col">{_('polls.cost.one')}</th>
            <th scope="col">{_('ballots.votes')}</th>
            <th scope="col">{_('polls.why-not')}</th>
          </tr>
        </thead>
        <tbody>
          {unfunded.map(({ project, name, cost, votes, why, has }) => (
            <tr key={project}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              <td className="number">{money.format(Number(cost))}</td>
              <td className="number">{votes}</td>
              <td>{_(`polls.why-not.${why}`, { has: has ? money.format(Number(has.amount)) : '' })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}
