const DAY = 86_400_000
const HOUR = 3_600_000
const written =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?(Z|[+-]\d\d:?\d\d)?)?$/
const clock = /^(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?(Z|[+-]\d\d:?\d\d)?$/

/** A date or a moment while it is worked with; `ms` is NaN when there is none, and `blank` when nothing was written. */
export type Moment = { ms: number; blank?: true }

export function isWrittenDate(text: string): boolean {
  return text.length <= 40 && written.test(text)
}

/** What a date or moment that was written means, in milliseconds since 1970; without an hour, midnight in the zone. */
export function momentWritten(text: string, zone: string): number {
  const found = written.exec(text)
  if (!found) return NaN
  const [year = 0, month = 0, day = 0] = found.slice(1, 4).map(Number)
  const [hour = 0, minute = 0, second = 0] = found.slice(4, 7).map((part) => Number(part ?? 0))
  const thousandth = Number((found[7] ?? '').padEnd(3, '0'))
  const midnight = Date.UTC(year, month - 1, day)
  if (new Date(midnight).getUTCDate() !== day || month > 12) return NaN
  if (hour > 24 || minute > 59 || second > 59) return NaN
  const local = midnight + hour * HOUR + minute * 60_000 + second * 1_000 + thousandth
  return found[8] === undefined ? fromLocal(local, zone) : local - aheadWritten(found[8])
}

/** Days since 1970, with the part of the day: how ODK counts dates. */
export function daysOf(moment: Moment): number {
  return moment.ms / DAY
}

export function momentOfDays(days: number): Moment {
  return { ms: days * DAY }
}

export function startOfDay(moment: number, zone: string): Moment {
  const local = moment + aheadOfUtc(moment, zone)
  return { ms: fromLocal(Math.floor(local / DAY) * DAY, zone) }
}

/** `2026-05-14`, or with its hour and offset when it is not midnight. */
export function momentText(moment: Moment, zone: string): string {
  if (moment.blank) return ''
  if (Number.isNaN(moment.ms) || Math.abs(moment.ms) > 8e15) return 'Invalid Date'
  const ahead = aheadOfUtc(moment.ms, zone)
  const text = new Date(moment.ms + ahead).toISOString()
  if (text.endsWith('T00:00:00.000Z')) return text.slice(0, -14)
  return text.slice(0, -1) + offsetText(ahead)
}

/** The part of the day that a time of the clock is, in the zone on the day of `now`; NaN when it is no time. */
export function partOfDay(text: string, now: number, zone: string): number {
  const found = clock.exec(text)
  if (!found) return NaN
  const [hour = 0, minute = 0, second = 0] = found.slice(1, 4).map((part) => Number(part ?? 0))
  if (hour > 23 || minute > 59 || second > 59) return NaN
  const time = hour * HOUR + minute * 60_000 + second * 1_000
  if (found[5] === undefined) return time / DAY
  const there = time - aheadWritten(found[5]) + aheadOfUtc(now, zone)
  return (((there % DAY) + DAY) % DAY) / DAY
}

/** A date by a pattern of `%` signs (ODK's `format-date`); `undefined` when a sign is not one of them. */
export function formatMoment(
  moment: Moment,
  pattern: string,
  { zone, language }: { zone: string; language: string },
): string | undefined {
  if (pattern.replaceAll(/%[%YymnbdeHhMS3a]/g, '').includes('%')) return undefined
  if (Number.isNaN(moment.ms)) return ''
  const local = new Date(moment.ms + aheadOfUtc(moment.ms, zone))
  const named = (part: 'month' | 'weekday'): string =>
    local.toLocaleDateString(language, { [part]: 'short', timeZone: 'UTC' })
  const year = String(local.getUTCFullYear()).padStart(4, '0')
  return pattern.replace(/%(.)/g, (_, sign: string) => {
    switch (sign) {
      case 'Y':
        return year
      case 'y':
        return year.slice(2)
      case 'm':
        return two(local.getUTCMonth() + 1)
      case 'n':
        return String(local.getUTCMonth() + 1)
      case 'b':
        return named('month')
      case 'd':
        return two(local.getUTCDate())
      case 'e':
        return String(local.getUTCDate())
      case 'H':
        return two(local.getUTCHours())
      case 'h':
        return String(local.getUTCHours())
      case 'M':
        return two(local.getUTCMinutes())
      case 'S':
        return two(local.getUTCSeconds())
      case '3':
        return String(local.getUTCMilliseconds()).padStart(3, '0')
      case 'a':
        return named('weekday')
      default:
        return '%'
    }
  })
}

function aheadWritten(offset: string): number {
  if (offset === 'Z') return 0
  const [hours, minutes] = [Number(offset.slice(1, 3)), Number(offset.slice(-2))]
  return (offset.startsWith('-') ? -1 : 1) * (hours * HOUR + minutes * 60_000)
}

function offsetText(ahead: number): string {
  const minutes = Math.abs(ahead) / 60_000
  return `${ahead > 0 ? '+' : '-'}${two(minutes / 60)}:${two(minutes % 60)}`
}

function two(number: number): string {
  return String(Math.floor(number)).padStart(2, '0')
}

function fromLocal(local: number, zone: string): number {
  const first = local - aheadOfUtc(local, zone)
  // Once more, for the hours around a change of the clocks, where the first guess lies on the other side.
  return local - aheadOfUtc(first, zone)
}

const clocks = new Map<string, Intl.DateTimeFormat>()

function aheadOfUtc(moment: number, zone: string): number {
  if (Number.isNaN(moment) || Math.abs(moment) > 8e15) return 0
  let shown = clocks.get(zone)
  if (!shown) {
    shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
    clocks.set(zone, shown)
  }
  const local = Date.parse(`${shown.format(moment).replace(' ', 'T')}Z`)
  // Before there were zones, clocks were minutes and seconds off; dates are counted in whole minutes.
  return Math.round((local - Math.floor(moment / 1_000) * 1_000) / 60_000) * 60_000
}
