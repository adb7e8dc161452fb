/** A for the first group, B for the next; after Z come AA, AB. */
export function letterOf(group: number): string {
  const rest = Math.floor(group / 26)
  return (rest === 0 ? '' : letterOf(rest - 1)) + String.fromCharCode(65 + (group % 26))
}
