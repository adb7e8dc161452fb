import { useLingui } from '@lingui/react'
import { Moment } from '#app/pieces/moment.tsx'
import { WideTable } from '#app/pieces/wide-table.tsx'
import type { ExportsListed } from '#server/releases/contract.ts'

/** Who took answers out: what is taken is not forgotten here. */
export function ExportsMade({ exports }: Pick<ExportsListed, 'exports'>) {
  const { _ } = useLingui()
  return (
    <section className="band" aria-labelledby="made">
      <h2 id="made">{_('releases.exports.made')}</h2>
      {exports.length === 0 ? (
        <p className="muted">{_('releases.exports.made.none')}</p>
      ) : (
        <WideTable>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{_('releases.exports.when')}</th>
                <th scope="col">{_('releases.exports.who')}</th>
                <th scope="col">{_('releases.exports.responses')}</th>
                <th scope="col">{_('releases.exports.format')}</th>
              </tr>
            </thead>
            <tbody>
              {exports.map(({ by, exportedAt, responses, shape }) => (
                <tr key={`${String(exportedAt)} ${by}`}>
                  <td>
                    <Moment at={exportedAt} as="day-time" />
                  </td>
                  <td>
                    <bdi>{by}</bdi>
                  </td>
                  <td className="number">{responses}</td>
                  <td>
                    {_(`releases.exports.format.${shape.format}`)},{' '}
                    {_(`releases.exports.values.${shape.values}`)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </WideTable>
      )}
    </section>
  )
}
