import type { Text } from '#server/edge/copies.ts'

/** What was drawn, in parts, with each mark in it replaced by what stands for it: as one string it would be copied once more. */
export function filled(drawn: string, fillings: [mark: string, ...texts: Text[]][]): Text[] {
  const found = fillings
    .map(([mark, ...texts]) => ({ at: drawn.indexOf(mark), mark, texts }))
    .filter(({ at }) => at !== -1)
    .sort((a, b) => a.at - b.at)
  const parts: Text[] = []
  let from = 0
  for (const { at, mark, texts } of found) {
    parts.push(drawn.slice(from, at), ...texts)
    from = at + mark.length
  }
  return [...parts, drawn.slice(from)]
}
