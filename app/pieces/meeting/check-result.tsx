import { useLingui } from '@lingui/react'
import { Bars } from '#app/pieces/bars.tsx'
import { FigureTable } from '#app/pieces/figure-table.tsx'
import type { CheckResult } from '#server/checks/contract.ts'
import { temperatures } from '#server/checks/words.ts'

/** What was answered, as a figure and as a table; too few people are not counted in public, and it says so. */
export function CheckResultShown({ check }: { check: CheckResult }) {
  const { _ } = useLingui()
  const { question, language, counts, unit } = check
  const labels = useOptions(check)
  const bars = counts.cells.flatMap((value, index) =>
    value === null ? [] : [{ label: labels[index] ?? '', value }],
  )
  return (
    <div className="check-result">
      <p lang={language} dir="auto">
        <strong>{question}</strong>
      </p>
      {bars.length > 0 ? (
        <FigureTable
          caption={_(`floor.check.total.${unit}`, { total: counts.total ?? 0 })}
          columns={[_('floor.check.answer'), _('floor.check.count')]}
          rows={bars.map(({ label, value }) => [label, value])}
        >
          <Bars bars={bars} />
        </FigureTable>
      ) : (
        <p>
          {counts.total === null
            ? _('floor.check.too-few')
            : _('floor.check.some-too-few', { total: counts.total })}
        </p>
      )}
    </div>
  )
}

/** What may be answered, in words: the three of a temperature check are translated. */
export function useOptions({ kind, options }: Pick<CheckResult, 'kind' | 'options'>): string[] {
  const { _ } = useLingui()
  return kind === 'temperature' ? temperatures.map((each) => _(`floor.check.${each}`)) : options
}
