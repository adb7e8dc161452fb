import pg from 'pg'
import { expect, test } from 'vitest'
import { askedTogether } from '#server/asked-together.ts'

type Wish = { key: string; value: number }
const place = {}

function asking(ask: (wishes: Wish[]) => void) {
  const asked: number[][] = []
  const one = askedTogether(
    ({ key }: Wish) => key,
    async (_: object, wishes: Wish[]) => {
      asked.push(wishes.map(({ value }) => value))
      await Promise.resolve()
      ask(wishes)
      return new Map(wishes.map(({ key, value }) => [key, value]))
    },
  )
  return { asked, one }
}

test('what comes in one turn is asked in one statement, and each has its own answer', async () => {
  const { asked, one } = asking(() => {})
  const wishes = Array.from({ length: 40 }, (_, value) => ({ key: `k${value}`, value }))
  expect(await Promise.all(wishes.map((wish) => one(place, wish)))).toEqual(wishes.map(({ value }) => value))
  expect(asked).toHaveLength(1)
})

test('the same wish is asked once, another of the same key in a statement of its own', async () => {
  const { asked, one } = asking(() => {})
  const first = { key: 'k', value: 1 }
  const second = { key: 'k', value: 2 }
  expect(await Promise.all([one(place, first), one(place, first), one(place, second)])).toEqual([1, 1, 2])
  expect(asked).toEqual([[1], [2]])
})

test('what the database does not take of one costs nobody else theirs', async () => {
  const { one } = asking((wishes) => {
    if (wishes.some(({ value }) => value === 2)) throw refusal('22P02')
  })
  const answers = await Promise.allSettled([1, 2, 3].map((value) => one(place, { key: `k${value}`, value })))
  expect(answers).toMatchObject([{ value: 1 }, { reason: { message: 'no' } }, { value: 3 }])
})

test('a database that goes away is not asked again by everybody who waited', async () => {
  const { asked, one } = asking(() => {
    throw refusal('57P01')
  })
  const answers = await Promise.allSettled([1, 2, 3].map((value) => one(place, { key: `k${value}`, value })))
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  expect(asked).toHaveLength(1)
})

/** As a server that speaks Italian says it. */
function refusal(code: string): pg.DatabaseError {
  const severity = code.startsWith('57') ? 'FATALE' : 'ERRORE'
  return Object.assign(new pg.DatabaseError('no', 2, 'error'), { severity, code })
}
