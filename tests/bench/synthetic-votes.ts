import { randomFrom } from '#server/opinions/analysis/random.ts'
import type { Votes } from '#server/opinions/analysis/index.ts'

/** Votes of three camps with a will of their own: so many answers a person, spread over the statements. */
export function syntheticVotes(people: number, statements: number, answers: number): Votes {
  const random = randomFrom(20_261_123)
  const leanings = Array.from({ length: 3 }, () => Float64Array.from({ length: statements }, () => random()))
  const starts = Uint32Array.from({ length: people + 1 }, (_, row) => row * answers)
  const cells = new Uint16Array(people * answers)
  for (let row = 0; row < people; row++) {
    const leaning = leanings[Math.floor(random() * random() * 3)]!
    const first = Math.floor(random() * statements)
    const step = statements / answers
    const own = cells.subarray(row * answers, (row + 1) * answers)
    for (let at = 0; at < answers; at++) {
      const column = Math.floor(first + at * step) % statements
      const agrees = 0.3 * random() + 0.7 * leaning[column]!
      own[at] = 3 * column + 1 + (random() < 0.15 ? 0 : random() < agrees ? 1 : -1)
    }
    own.sort()
  }
  return {
    participants: Array.from({ length: people }, (_, row) => String(row)),
    statements: Array.from({ length: statements }, (_, column) => String(column)),
    starts,
    cells,
    given: null,
  }
}
