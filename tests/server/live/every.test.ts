import { pino } from 'pino'
import { expect, test, vi } from 'vitest'
import { every } from '../../../server/live/every.ts'

const silent = pino({ level: 'silent' })

test('stopping answers only once the run in flight is over, and nothing runs after it', async () => {
  let finish: (() => void) | undefined
  let runs = 0
  const stop = every(1, silent, () => {
    runs += 1
    return new Promise<void>((resolve) => (finish = resolve))
  })
  await vi.waitFor(() => expect(runs).toBe(1))
  let isStopped = false
  const stopping = stop().then(() => (isStopped = true))
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(isStopped).toBe(false)
  finish?.()
  await stopping
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(runs).toBe(1)
})

test('a run that fails is followed by the next', async () => {
  let runs = 0
  const stop = every(1, silent, async () => {
    runs += 1
    throw new Error('away')
  })
  await vi.waitFor(() => expect(runs).toBeGreaterThan(2))
  await stop()
})
