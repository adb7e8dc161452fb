/** The beginning of a text on one line, cut between words. */
export function excerpt(text: string, most: number): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  if (line.length <= most) return line
  const cut = line.slice(0, most)
  const between = cut.lastIndexOf(' ')
  // Without a space to cut at, at least no character is cut in two.
  const kept = between > most / 2 ? cut.slice(0, between) : cut.slice(0, -1).replace(/[\uD800-\uDBFF]$/, '')
  return `${kept.replace(/(?<![\s,;:.])[\s,;:.]+$/u, '')}…`
}
