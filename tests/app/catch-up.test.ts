import { expect, test, vi } from 'vitest'
import { catchingUp } from '#app/live/catch-up.ts'
import type { Heard } from '#app/live/keep-asking.ts'

/** A platform that answers when it is told to. */
function aPlatform() {
  const waiting: ((heard: Heard) => void)[] = []
  const ask = vi.fn(() => new Promise<Heard>((resolve) => void waiting.push(resolve)))
  const answer = async (heard: Heard) => {
    waiting.shift()?.(heard)
    await new Promise((resolve) => setTimeout(resolve))
  }
  return { ask, answer }
}

test('what is found missing while an answer is on its way is asked for again', async () => {
  const { ask, answer } = aPlatform()
  const catchUp = catchingUp(ask)
  void catchUp()
  void catchUp()
  void catchUp()
  expect(ask).toHaveBeenCalledTimes(1)
  await answer('over')
  expect(ask).toHaveBeenCalledTimes(2)
  await answer('over')
  expect(ask).toHaveBeenCalledTimes(2)
  void catchUp()
  expect(ask).toHaveBeenCalledTimes(3)
})

test('page after page, until there is no more', async () => {
  const { ask, answer } = aPlatform()
  void catchingUp(ask)()
  await answer('on')
  await answer('on')
  await answer('over')
  expect(ask).toHaveBeenCalledTimes(3)
})

test('without an answer it is asked again by itself', async () => {
  const ask = vi.fn<() => Promise<Heard>>()
  ask.mockRejectedValueOnce(new Error('no line')).mockResolvedValueOnce('later').mockResolvedValue('over')
  await catchingUp(ask)()
  expect(ask).toHaveBeenCalledTimes(3)
})
