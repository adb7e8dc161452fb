import { useLingui } from '@lingui/react'
import type { CheckTaken as Check } from '#server/minutes/contract.ts'
import { Moment } from '../moment.tsx'
import { UserWords } from '../user-text.tsx'
import { WideTable } from '../wide-table.tsx'

/** A quick check of how the table felt: it decides nothing, and is told as it was counted. */
export function CheckTaken({ check, level }: { check: Check; level: 3 | 4 }) {
  const { _, i18n } = useLingui()
  const Heading = `h${level}` as const
  const number = new Intl.NumberFormat(`${i18n.locale}-u-nu-latn`)
  const { text, language, kind, unit, options, counts, total, openedAt } = check
  const shown = (count: number | null | undefined) =>
    count === null || count === undefined ? _('minutes.not-shown') : number.format(count)
  return (
    <>
      <Heading>
        {_('minutes.check')} <UserWords text={text} language={language} />
      </Heading>
      <WideTable>
        <table className="table">
          <caption className="small">
            <Moment at={openedAt} as="time" /> · {_(`minutes.check.${unit}`)}
          </caption>
          <tbody>
            {options.map((option, index) => (
              <tr key={option}>
                <th scope="row">
                  {kind === 'temperature' ? (
                    _(`minutes.temperature.${option}`)
                  ) : (
                    <UserWords text={option} language={language} />
                  )}
                </th>
                <td className="number">{shown(counts[index])}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{_('minutes.check.total')}</th>
              <td className="number">{shown(total)}</td>
            </tr>
          </tbody>
        </table>
      </WideTable>
    </>
  )
}
