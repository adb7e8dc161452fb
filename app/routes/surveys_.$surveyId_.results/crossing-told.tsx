import { useLingui } from '@lingui/react'
import { useWords } from '#app/pieces/release/use-words.ts'
import { WideTable } from '#app/pieces/wide-table.tsx'
import type { Crossing } from '#server/releases/contract.ts'

/** Two questions against each other, with their totals; a dot is a number that is not told. */
export function CrossingTold({ crossing }: { crossing: Crossing }) {
  const { _, i18n } = useLingui()
  const words = useWords()
  const { rows, columns, withheld, rowGroups, columnGroups, cells } = crossing
  const number = new Intl.NumberFormat(`${i18n.locale}-u-nu-latn`)
  if (withheld) return <p>{_(`releases.withheld.${withheld}`)}</p>
  return (
    <>
      <WideTable>
        <table className="table">
          <caption>
            {_('releases.crossing', { rows: words.ofQuestion(rows), columns: words.ofQuestion(columns) })}
          </caption>
          <thead>
            <tr>
              <th scope="col">{words.ofQuestion(rows)}</th>
              {columnGroups.map((group) => (
                <th key={group.names.join(' ')} scope="col">
                  {words.ofGroup(group)}
                </th>
              ))}
              <th scope="col">{_('releases.total')}</th>
            </tr>
          </thead>
          <tbody>
            {rowGroups.map((group, row) => (
              <tr key={group.names.join(' ')}>
                <th scope="row">{words.ofGroup(group)}</th>
                {(cells[row] ?? []).map((people, column) => (
                  <td key={column} className="number">
                    {people === null ? <NotTold /> : number.format(people)}
                  </td>
                ))}
                <td className="number">{number.format(group.people)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{_('releases.total')}</th>
              {columnGroups.map((group) => (
                <td key={group.names.join(' ')} className="number">
                  {number.format(group.people)}
                </td>
              ))}
              <td className="number">{number.format(crossing.people)}</td>
            </tr>
          </tbody>
        </table>
      </WideTable>
      {cells.flat().includes(null) && <p className="small muted">{_('releases.hidden')}</p>}
    </>
  )
}

function NotTold() {
  const { _ } = useLingui()
  return (
    <>
      <span aria-hidden="true">·</span>
      <span className="visually-hidden">{_('releases.not-told')}</span>
    </>
  )
}
