/** A moment as a form's field takes it, on the clocks of Italy: `2026-05-14T09:30`. */
export function romeClock(at: Date | string): string {
  return clock.format(new Date(at)).replace(' ', 'T')
}

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Rome',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})
