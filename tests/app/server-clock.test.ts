import { expect, test, vi } from 'vitest'
import { serverClock } from '#app/live/server-clock.ts'

const ten = Date.parse('2026-11-22T10:00:00.000Z')
const after = (seconds: number) => new Date(ten + seconds * 1_000).toISOString()

test('it stands where the page was drawn until a browser counts on, whatever the device says the time is', () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  const clock = serverClock(ten)
  vi.advanceTimersByTime(5_000)
  expect(clock.now()).toBe(ten)
  clock.start()
  vi.advanceTimersByTime(5_000)
  expect(clock.now()).toBe(ten + 5_000)
  vi.useRealTimers()
})

test('the moment that came quickest counts: one that was long on its way does not turn it back', () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  const clock = serverClock(ten)
  clock.hear(after(10))
  vi.advanceTimersByTime(3_000)
  clock.hear(after(11))
  expect(clock.now()).toBe(ten + 13_000)
  clock.hear(after(14))
  expect(clock.now()).toBe(ten + 14_000)
  vi.useRealTimers()
})
