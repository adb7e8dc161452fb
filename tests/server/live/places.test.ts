import { expect, test, vi } from 'vitest'
import { findPresent } from '#server/floor/index.ts'
import type { Delivery } from '#server/live/delivery.ts'
import { openPlaces } from '#server/live/places.ts'
import { aSitting } from '#tests/support/sitting.ts'

/** A node as far as places go: who is connected to it, and nothing else. */
function nodeWith(
  ground: Parameters<typeof openPlaces>[0]['ground'],
  connected: () => { roomId: string; personId: string }[],
) {
  return openPlaces({ ground, delivery: { present: connected } as unknown as Delivery })
}

test('a node that has just started, or could not reach the database, ends no place before the others could speak', async () => {
  const { ground, meetingId, at, come, after } = await aSitting()
  after(0)
  await come(0)
  vi.useFakeTimers({ toFake: ['performance'] })
  try {
    let isAway = false
    const reached = {
      ...ground,
      now: () => ground.now(),
      get db() {
        if (isAway) throw new Error('away')
        return ground.db
      },
    }
    const node = nodeWith(reached, () => [])
    const here = () => findPresent(ground.db, meetingId, at(0).id)
    after(700)
    await node.keep()
    vi.advanceTimersByTime(10_000)
    await node.keep()
    expect(await here()).toBeDefined()

    isAway = true
    vi.advanceTimersByTime(10_000)
    await expect(node.keep()).rejects.toThrow('away')
    isAway = false
    for (const _ of [1, 2, 3]) {
      vi.advanceTimersByTime(9_000)
      await node.keep()
      expect(await here()).toBeDefined()
    }
    vi.advanceTimersByTime(13_000)
    await node.keep()
    expect(await here()).toBeUndefined()
  } finally {
    vi.useRealTimers()
  }
})

test('a node that was frozen waits again before it ends anything', async () => {
  const { ground, meetingId, roomId, at, come, after } = await aSitting()
  after(0)
  await come(0)
  vi.useFakeTimers({ toFake: ['performance'] })
  try {
    const node = nodeWith(ground, () => [{ roomId, personId: at(1).holder.id }])
    for (const _ of [1, 2, 3]) {
      await node.keep()
      vi.advanceTimersByTime(10_000)
    }
    after(700)
    vi.advanceTimersByTime(60_000)
    await node.keep()
    expect(await findPresent(ground.db, meetingId, at(0).id)).toBeDefined()
    for (const _ of [1, 2, 3]) {
      vi.advanceTimersByTime(10_000)
      await node.keep()
    }
    expect(await findPresent(ground.db, meetingId, at(0).id)).toBeUndefined()
  } finally {
    vi.useRealTimers()
  }
})
