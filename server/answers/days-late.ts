/** How many days a due date has passed, counting in calendar days of Italy. */
export function daysLate(dueOn: string, today: string): number {
  return Math.max(0, Math.round((Date.parse(today) - Date.parse(dueOn)) / 86_400_000))
}
