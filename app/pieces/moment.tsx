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
  const iso = date.toISOString()
  return (
    <time dateTime={iso} data-as={as === 'day' ? undefined : as}>
      {written.get(`${as} ${iso}`) ?? formatFor(i18n.locale, as).format(date)}
    </time>
  )
}

/**
 * Keeps what the server wrote, for the page to take over: a browser's first format costs more than taking over all the
 * rest, and nobody could touch the page meanwhile.
 */
export function keepWrittenMoments(page: ParentNode): void {
  for (const time of page.querySelectorAll('time'))
    written.set(`${time.dataset['as'] ?? 'day'} ${time.dateTime}`, time.textContent ?? '')
}

const written = new Map<string, string>()

/** The same as plain words, where no mark-up can be: in a list of choices. */
export function momentIn(locale: string, as: keyof typeof shapes, at: Date | string): string {
  return formatFor(locale, as).format(new Date(at))
}

// Making a format takes longer than drawing the rest of a card; a list has twenty dates.
const formats = new Map<string, Intl.DateTimeFormat>()

function formatFor(locale: string, as: keyof typeof shapes): Intl.DateTimeFormat {
  const key = `${locale} ${as}`
  const made =
    formats.get(key) ??
    new Intl.DateTimeFormat(`${locale}-u-ca-gregory-nu-latn`, { ...shapes[as], timeZone: 'Europe/Rome' })
  formats.set(key, made)
  return made
}
