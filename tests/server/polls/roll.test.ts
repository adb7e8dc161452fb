import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { admitMember } from '#server/consultations/index.ts'
import { confirmTier, composePoll, openPoll, showPoll, takeRoll } from '#server/polls/index.ts'
import { anOpenPoll, aPollingTable, asComposed } from '#tests/support/polls.ts'
import { aWorld } from '#tests/support/world.ts'

test('the roll for a vote elsewhere names whoever is here, and of who was only written to the address alone', async () => {
  const world = await aWorld()
  const { ground } = world
  const table = await aPollingTable(world, { seats: 0, people: 1 })
  const known = await world.person({ name: 'Zoe Segreta' })
  const nobody = `${randomUUID()}@people.test`
  for (const email of [known.email, nobody])
    await admitMember(ground, table.chair, { consultationId: table.consultation.id, email })
  const external = { electors: 'persons', tier: 'external', externalAddress: 'https://vote.example/' }
  const { pollId } = await composePoll(ground, table.chair, asComposed(table, external))
  await confirmTier(ground, table.secretary, { pollId })
  await openPoll(ground, table.chair, { pollId })
  const names = (await takeRoll(ground, table.chair, { pollId, unit: 'person' })).map(({ name }) => name)
  expect(names).toContain('Persona 0')
  expect(names).toContain(known.email)
  expect(names).toContain(nobody)
  expect(names).not.toContain('Zoe Segreta')
})

test('whoever was only written to, and never came, is not on the roll of a public poll', async () => {
  const world = await aWorld()
  const table = await aPollingTable(world, { seats: 0, visibility: 'public' })
  const turnout = async () => {
    const { pollId } = await anOpenPoll(world, table, { electors: 'persons' })
    return (await showPoll(world.ground, table.chair, { pollId })).turnout
  }
  const before = await turnout()
  await world.ground.db
    .insertInto('people')
    .values({ email: `${randomUUID()}@people.test`, name: '', language: 'it' })
    .execute()
  expect(await turnout()).toEqual(before)
})
