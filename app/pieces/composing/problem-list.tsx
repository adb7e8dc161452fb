import { useLingui } from '@lingui/react'
import { Badge } from '#app/pieces/badge.tsx'
import { WideTable } from '#app/pieces/wide-table.tsx'
import type { SheetProblem } from '#server/surveys/contract.ts'
import { useSayProblem } from './say-problem.ts'

/** Each problem with its sheet, row and column, and what to do about it. */
export function ProblemList({ problems }: { problems: readonly SheetProblem[] }) {
  const { _ } = useLingui()
  const say = useSayProblem()
  return (
    <WideTable>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{_('surveys.problem.what')}</th>
            <th scope="col">{_('surveys.problem.sheet')}</th>
            <th scope="col">{_('surveys.problem.row')}</th>
            <th scope="col">{_('surveys.problem.column')}</th>
          </tr>
        </thead>
        <tbody>
          {problems.map(({ severity, sheet, row, column, reason, values }, index) => (
            <tr key={index}>
              <td>
                <Badge tone={severity === 'error' ? 'bad' : 'warn'}>
                  {_(`surveys.severity.${severity}`)}
                </Badge>{' '}
                {say(reason, values)}
              </td>
              <td dir="ltr">{sheet}</td>
              <td>{row === 0 ? '' : row}</td>
              <td dir="auto">{column}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}
