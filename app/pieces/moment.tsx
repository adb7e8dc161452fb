import { useLingui } from '@lingui/react'

const shapes = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit' },
  'day-time': {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  },
} satisfies Record<string, Intl.DateTimeFormatOptions>

/** A date in the reader's language, in Italian time and the Gregorian calendar, so that all at a table read the same day. */
export function Moment({ at, as = 'day' }: { at: Date | string; as?: keyof typeof shapes }) {
  const { i18n } = useLingui()
  const date = new Date(at)
  const format = new Intl.DateTimeFormat(`${i18n.locale}-u-ca-gregory-nu-latn`, {
    ...shapes[as],
    timeZone: 'Europe/Rome',
  })
  return <time dateTime={date.toISOString()}>{format.format(date)}</time>
}
