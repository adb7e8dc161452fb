import { mostMentions } from '#server/rooms/words.ts'

export type Seat = { id: string; name: string }

const mostOffered = 5

/** What is being typed after an `@`, up to where the writer stands; nothing when no name is. */
export function nameAt(text: string, place: number): string | undefined {
  return /(?:^|\s)@([^@\n]{0,40})$/u.exec(text.slice(0, place))?.[1]
}

/** The seats whose name, or one of its words, begins so. One whose whole name stands there already is called. */
export function seatsLike(seats: readonly Seat[], begun: string | undefined): Seat[] {
  if (begun === undefined) return []
  const wanted = folded(begun)
  return seats
    .filter(({ name }) => {
      const its = folded(name)
      if (wanted.startsWith(`${its} `)) return false
      return its.startsWith(wanted) || its.split(' ').some((word) => word.startsWith(wanted))
    })
    .slice(0, mostOffered)
}

/** The seats that a message calls on: those it names after an `@`, and the one that was chosen from the list. */
export function called(seats: readonly Seat[], text: string, chosen: string): string[] {
  const parts = markedParts(
    text,
    seats.map(({ name }) => name),
  )
  const named = seats.filter(({ id, name }) => id === chosen || parts.includes(`@${name}`))
  return named.slice(0, mostMentions).map(({ id }) => id)
}

/** The text cut at the names that it calls: every second part is one. */
export function markedParts(text: string, names: string[]): string[] {
  if (names.length === 0) return [text]
  const longestFirst = names.map((name) => `@${name}`).sort((one, other) => other.length - one.length)
  const parts: string[] = ['']
  for (let at = 0; at < text.length;) {
    const called = longestFirst.find((name) => text.startsWith(name, at))
    if (called) parts.push(called, '')
    else parts[parts.length - 1] += text[at] ?? ''
    at += called?.length ?? 1
  }
  return parts
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
