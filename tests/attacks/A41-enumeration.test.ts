import { expect, test } from 'vitest'
import { requestCode } from '#server/people/index.ts'
import { aWorld, guest } from '#tests/support/world.ts'

/** Half of the absolute differences are smaller: a robust width of a sample's noise. */
function median(values: number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
}

test('known and unknown addresses cannot be told apart by the answer or by the time it takes', async () => {
  const { ground, person } = await aWorld()
  const known = (await person()).email
  const times: { known: number[]; unknown: number[] } = { known: [], unknown: [] }
  for (let sample = 0; sample < 150; sample += 1) {
    for (const kind of ['known', 'unknown'] as const) {
      const email = kind === 'known' ? known : `${crypto.randomUUID()}@people.test`
      const began = performance.now()
      expect(await requestCode(ground, guest, { email })).toEqual({ email })
      times[kind].push(performance.now() - began)
    }
  }
  expect(Math.abs(median(times.known) - median(times.unknown))).toBeLessThan(3)
})

test('a wrong code answers alike for known and unknown addresses', async () => {
  const { ground, person } = await aWorld()
  const { enterWithCode } = await import('#server/people/index.ts')
  const known = await person()
  await requestCode(ground, guest, { email: known.email })
  const refusals = await Promise.all(
    [known.email, `${crypto.randomUUID()}@people.test`].map((email) =>
      enterWithCode(ground, guest, { email, code: '000000' }).catch((thrown: unknown) =>
        JSON.stringify(thrown),
      ),
    ),
  )
  expect(refusals[0]).toBe(refusals[1])
})
