import type { Axis, CountTable } from '#server/releases/disclosure/tables.ts'

/** The same numbers on every machine, from 0 to 1 (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** People with an answer to each question; few give most of the answers, and what one answers sways the next. */
export function skewedPeople(
  random: () => number,
  categories: readonly number[],
  people: number,
): number[][] {
  const weights = categories.map((many) => Array.from({ length: many }, () => (1 / (1 + 6 * random())) ** 2))
  const pick = (from: readonly number[]) => {
    let left = random() * from.reduce((sum, weight) => sum + weight, 0)
    const found = from.findIndex((weight) => (left -= weight) < 0)
    return found < 0 ? from.length - 1 : found
  }
  return Array.from({ length: people }, () => {
    let last = 0
    return weights.map((from, question) => {
      last = question > 0 && random() < 0.4 ? last % from.length : pick(from)
      return last
    })
  })
}

export function axisOf(question: number, categories: number): Axis {
  const groups = Array.from({ length: categories }, (_, at) => [`${question}-${at}`])
  return { question: `q${question}`, groups }
}

export function tableOf(
  people: readonly (readonly number[])[],
  categories: readonly number[],
  questions: readonly number[],
): CountTable {
  const [rows, columns] = questions
  const counts = Array.from({ length: categories[rows!]! }, () =>
    Array<number>(columns === undefined ? 1 : categories[columns]!).fill(0),
  )
  for (const person of people) counts[person[rows!]!]![columns === undefined ? 0 : person[columns]!]! += 1
  const axes = questions.map((question) =>
    axisOf(question, categories[question]!),
  ) as unknown as CountTable['axes']
  return { axes, counts }
}

/** A table of 3 to 8 by 2 to 6 categories, of 80 to 300 people. */
export function skewedTable(seed: number): CountTable {
  const random = chance(seed)
  const between = (least: number, most: number) => least + Math.floor(random() * (most - least + 1))
  const categories = [between(3, 8), between(2, 6)]
  return tableOf(skewedPeople(random, categories, between(80, 300)), categories, [0, 1])
}
