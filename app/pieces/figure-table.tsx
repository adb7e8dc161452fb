import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { WideTable } from '#app/pieces/wide-table.tsx'

interface FigureTableProps {
  caption: ReactNode
  columns: readonly string[]
  /** The first cell of a row names it. */
  rows: readonly (readonly (string | number)[])[]
  csv?: string
  /** The drawing: an <svg role="img"> with its own title. */
  children: ReactNode
}

/** A drawing and, behind it, the same figures as a table: nobody has to see it to know it. */
export function FigureTable({ caption, columns, rows, csv, children }: FigureTableProps) {
  const { _, i18n } = useLingui()
  const number = new Intl.NumberFormat(`${i18n.locale}-u-nu-latn`)
  return (
    <figure className="figure">
      {children}
      <figcaption>
        <p>{caption}</p>
        <details className="figure-numbers">
          <summary>{_('shell.figure.table')}</summary>
          <WideTable>
            <table className="table">
              <thead>
                <tr>
                  {columns.map((column) => (
                    <th key={column} scope="col">
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(([name, ...cells]) => (
                  <tr key={name}>
                    <th scope="row">{name}</th>
                    {cells.map((cell, index) => (
                      <td key={index} className="number">
                        {typeof cell === 'number' ? number.format(cell) : cell}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </WideTable>
          {csv && (
            <a href={csv}>
              <Icon name="download" small /> {_('shell.figure.csv')}
            </a>
          )}
        </details>
      </figcaption>
    </figure>
  )
}
