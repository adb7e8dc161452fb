import { useLingui } from '@lingui/react'

interface BarsProps {
  bars: readonly { label: string; value: number }[]
}

/** A length for each number. Words and numbers are text, so that they wrap, grow with the letters and are read aloud. */
export function Bars({ bars }: BarsProps) {
  const { i18n } = useLingui()
  const number = new Intl.NumberFormat(`${i18n.locale}-u-nu-latn`)
  const longest = Math.max(1, ...bars.map(({ value }) => value))
  return (
    <ul className="bars">
      {bars.map(({ label, value }) => (
        <li key={label}>
          <bdi className="bar-label">{label}</bdi>
          <svg className="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            <rect width={((value / longest) * 100).toFixed(1)} height="10" />
          </svg>
          <span className="bar-value">{number.format(value)}</span>
        </li>
      ))}
    </ul>
  )
}
