const romeDays = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Rome',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The calendar day in Italy at a moment, `2026-05-14`: terms, phases and deadlines are counted in these. */
export function romeDay(moment: Date): string {
  return romeDays.format(moment)
}

/** The day so many days after (or before) another. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}
