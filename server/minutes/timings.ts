import type { MinutesItem, SeatPresence } from './contract.ts'

type Turn = { name: string; at: Date }

const goes = new Set(['item-started', 'item-resumed'])

/** From when to when an item's clock ran, from what was told of it. */
export function runsOf(turns: readonly Turn[]): MinutesItem['ran'] {
  const runs: MinutesItem['ran'] = []
  for (const { name, at } of turns) {
    const last = runs.at(-1)
    const isRunning = last !== undefined && last.to === null
    if (goes.has(name) && !isRunning) runs.push({ from: at.toISOString(), to: null })
    if (!goes.has(name) && isRunning) last.to = at.toISOString()
  }
  return runs
}

type Seat = Pick<SeatPresence, 'stays'>

/** How many of these seats were taken at a moment. */
export function presentAt(seats: readonly Seat[], at: Date): number {
  const moment = at.getTime()
  return seats.filter(({ stays }) =>
    stays.some(
      ({ cameAt, leftAt }) =>
        Date.parse(cameAt) <= moment && (leftAt === null || Date.parse(leftAt) > moment),
    ),
  ).length
}

/** The first moment, from the opening on, when as many seats were taken as are needed. */
export function quorumReachedAt(seats: readonly Seat[], needed: number, openedAt: Date): Date | null {
  const moments = [
    openedAt,
    ...seats.flatMap(({ stays }) => stays.map(({ cameAt }) => new Date(cameAt))),
  ].filter((at) => at >= openedAt)
  moments.sort((one, other) => one.getTime() - other.getTime())
  return moments.find((at) => presentAt(seats, at) >= needed) ?? null
}
