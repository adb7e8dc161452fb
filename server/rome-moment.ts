const romeClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Rome',
  dateStyle: 'short',
  timeStyle: 'medium',
})

/** `2026-05-14T18:00` on the clocks of Italy at a moment, as a form's date and time field holds it. */
export function romeClockAt(moment: Date): string {
  return romeClock.format(moment).slice(0, 16).replace(' ', 'T')
}

/** The moment when the clocks of Italy show this, `2026-05-14T18:00`. */
export function romeMoment(local: string): Date {
  const asIfUtc = Date.parse(`${local}Z`)
  const first = asIfUtc - aheadOfUtc(asIfUtc)
  // Once more, for the hours around a change of the clocks, where the first guess lies on the other side.
  return new Date(asIfUtc - aheadOfUtc(first))
}

function aheadOfUtc(moment: number): number {
  const shown = Date.parse(`${romeClock.format(moment).replace(' ', 'T')}Z`)
  return shown - Math.floor(moment / 1000) * 1000
}
