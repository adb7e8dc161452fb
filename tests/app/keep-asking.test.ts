import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepAsking, type Heard } from '#app/live/keep-asking.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function aPage(answers: (Heard | 'fails')[] = []) {
  const page = { isLookedAt: true, asked: [] as number[], wake: () => {} }
  const began = Date.now()
  const ask = async (): Promise<Heard> => {
    page.asked.push(Date.now() - began)
    const answer = answers.shift() ?? 'on'
    if (answer === 'fails') throw new Error('no network')
    return answer
  }
  page.wake = keepAsking(ask, () => page.isLookedAt).wake
  return page
}

test('it is asked every other second, and never twice at once', async () => {
  const { asked } = aPage()
  await vi.advanceTimersByTimeAsync(7_000)
  expect(asked).toEqual([2_000, 4_000, 6_000])
})

test('nothing is asked while nobody looks; on coming back it is asked at once', async () => {
  const page = aPage()
  await vi.advanceTimersByTimeAsync(2_500)
  page.isLookedAt = false
  await vi.advanceTimersByTimeAsync(60_000)
  expect(page.asked).toEqual([2_000])
  page.isLookedAt = true
  page.wake()
  page.wake()
  await vi.advanceTimersByTimeAsync(2_500)
  expect(page.asked).toEqual([2_000, 62_500, 64_500])
})

test('waking a page that is not asleep asks no more often', async () => {
  const page = aPage()
  for (let count = 0; count < 30; count += 1) {
    page.wake()
    await vi.advanceTimersByTimeAsync(100)
  }
  expect(page.asked).toEqual([2_000])
})

test('without an answer it is asked less and less, and as before once there is one', async () => {
  const { asked } = aPage(['later', 'fails', 'later', 'later', 'on', 'on'])
  await vi.advanceTimersByTimeAsync(146_000)
  expect(asked).toEqual([2_000, 7_000, 22_000, 82_000, 142_000, 144_000, 146_000])
})

test('when it is over nothing is asked any more, whoever wakes it', async () => {
  const page = aPage(['on', 'over'])
  await vi.advanceTimersByTimeAsync(60_000)
  page.wake()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(page.asked).toEqual([2_000, 4_000])
})
