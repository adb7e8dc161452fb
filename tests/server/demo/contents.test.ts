import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { listAnswers } from '#server/answers/index.ts'
import { proposalStates } from '#server/proposals/words.ts'
import { theDemo, type TestDemo } from '#tests/support/demo.ts'
import { guest } from '#tests/support/world.ts'

let demo: TestDemo
beforeAll(async () => {
  demo = await theDemo()
}, 400_000)

test('the demo holds what a visitor is promised: enough of everything, and a proposal in every state', async () => {
  const { ground } = demo
  const { rows } = await sql<Record<string, number>>`select
    (select count(*) from organisations where state = 'verified') as organisations,
    (select count(*) from tables) as tables,
    (select count(*) from needs where state = 'posted') as needs,
    (select count(distinct language) from needs) as languages,
    (select max(said) from (select count(*) as said from messages group by room_id) rooms) as messages,
    (select count(*) from briefs) as briefs`.execute(ground.db)
  const [held] = rows
  const promised = { organisations: 10, tables: 5, needs: 60, languages: 6, messages: 200, briefs: 1 }
  for (const [name, least] of Object.entries(promised))
    expect(held?.[name], name).toBeGreaterThanOrEqual(least)
  const states = await ground.db.selectFrom('proposals').select('state').distinct().execute()
  expect(states.map(({ state }) => state).toSorted()).toEqual([...proposalStates].toSorted())
  expect((await listAnswers(ground, guest, {})).overdue.length).toBeGreaterThan(0)
})
