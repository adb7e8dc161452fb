import { useLingui } from '@lingui/react'
import { WideTable } from '#app/pieces/wide-table.tsx'

/** How many papers prefer the row to the column. */
export function Pairs({
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
