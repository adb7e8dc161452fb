import { expect, test } from 'vitest'
import { showNeed, supportNeed, withdrawSupport } from '#server/needs/index.ts'
import { aNeed } from '#tests/support/needs.ts'
import { aWorld, guest, type World } from '#tests/support/world.ts'

async function countOf({ ground }: World, needId: string): Promise<number> {
  const need = await ground.db
    .selectFrom('needs')
    .where('id', '=', needId)
    .select('supportCount')
    .executeTakeFirstOrThrow()
  return need.supportCount
}

test('forty people at once are forty supporters, and forty clicks of one person are one', async () => {
  const world = await aWorld()
  const { ground, ...a } = world
  const consultation = await a.consultation()
  const { id: needId } = await aNeed(world, { consultationId: consultation.id, author: await a.person() })
  const people = await Promise.all(Array.from({ length: 40 }, () => a.person()))
  await Promise.all(people.map((person) => supportNeed(ground, person, { needId })))
  expect(await countOf(world, needId)).toBe(40)
  expect(ground.told).toHaveLength(40)
  const ana = await a.person()
  await Promise.all(Array.from({ length: 40 }, () => supportNeed(ground, ana, { needId })))
  expect(await countOf(world, needId)).toBe(41)
  await Promise.all(Array.from({ length: 40 }, () => withdrawSupport(ground, ana, { needId })))
  expect(await countOf(world, needId)).toBe(40)
})

test('an organisation supports once, whoever of its representatives does it', async () => {
  const world = await aWorld()
  const { ground, ...a } = world
  const consultation = await a.consultation()
  const { id: needId } = await aNeed(world, { consultationId: consultation.id, author: await a.person() })
  const { id: organisationId, representative } = await a.organisation({ name: 'Ponte' })
  const colleague = await a.person()
  await a.joins(colleague, organisationId, 'representative')
  await supportNeed(ground, representative, { needId, organisationId })
  await supportNeed(ground, colleague, { needId, organisationId })
  await supportNeed(ground, colleague, { needId })
  expect(await countOf(world, needId)).toBe(2)
  expect(await showNeed(ground, colleague, { needId })).toMatchObject({
    iSupport: true,
    mine: [{ id: organisationId, supports: true }],
    supporters: { organisations: [{ id: organisationId, name: 'Ponte' }] },
  })
  await withdrawSupport(ground, colleague, { needId, organisationId })
  expect(await countOf(world, needId)).toBe(1)
})

test('people are counted only from five on, and never to be had by subtraction', async () => {
  const world = await aWorld()
  const { ground, ...a } = world
  const consultation = await a.consultation()
  const { id: needId } = await aNeed(world, { consultationId: consultation.id, author: await a.person() })
  const { id: organisationId, representative } = await a.organisation()
  await supportNeed(ground, representative, { needId, organisationId })
  for (let count = 1; count <= 5; count += 1) {
    await supportNeed(ground, await a.person(), { needId })
    const { supports, supporters } = await showNeed(ground, guest, { needId })
    expect({ supports, people: supporters.people }).toEqual(
      count < 5 ? { supports: 1, people: null } : { supports: 6, people: 5 },
    )
  }
})

test('it is told without saying who', async () => {
  const world = await aWorld()
  const { ground, ...a } = world
  const consultation = await a.consultation()
  const { id: needId } = await aNeed(world, { consultationId: consultation.id, author: await a.person() })
  await supportNeed(ground, await a.person(), { needId })
  const events = await ground.db.selectFrom('events').where('aboutId', '=', needId).selectAll().execute()
  expect(events).toMatchObject([{ name: 'need-supported', actorId: null, body: {} }])
})

test('nobody supports their own need, nor for the organisation that posted it, nor for one that is not theirs', async () => {
  const world = await aWorld()
  const { ground, ...a } = world
  const consultation = await a.consultation()
  const { id: organisationId, representative } = await a.organisation()
  const other = await a.organisation()
  const need = await aNeed(world, { consultationId: consultation.id, author: representative, organisationId })
  const support = (given: { organisationId?: string }) =>
    supportNeed(ground, representative, { needId: need.id, ...given })
  await expect(support({})).rejects.toMatchObject({ reason: 'own-need' })
  await expect(support({ organisationId })).rejects.toMatchObject({ reason: 'own-need' })
  await expect(support({ organisationId: other.id })).rejects.toMatchObject({
    fields: { organisationId: { reason: 'not-your-organisation' } },
  })
  expect(await countOf(world, need.id)).toBe(0)
  expect(ground.told).toEqual([])
})

test.each([
  [{ hidden: true }, 'need-hidden'],
  [{ state: 'withdrawn' as const }, 'need-withdrawn'],
])('a need that no longer stands is not supported: %j', async (given, reason) => {
  const world = await aWorld()
  const { ground, ...a } = world
  const consultation = await a.consultation()
  const need = await aNeed(world, { consultationId: consultation.id, author: await a.person(), ...given })
  await expect(supportNeed(ground, await a.person(), { needId: need.id })).rejects.toMatchObject({ reason })
})

test('a guest signs in first, and an outsider of a members-only consultation finds nothing', async () => {
  const world = await aWorld()
  const { ground, ...a } = world
  const consultation = await a.consultation({ visibility: 'members' })
  const { id: needId } = await aNeed(world, { consultationId: consultation.id, author: await a.person() })
  await expect(supportNeed(ground, guest, { needId })).rejects.toMatchObject({ reason: 'sign-in-first' })
  await expect(supportNeed(ground, await a.person(), { needId })).rejects.toMatchObject({ kind: 'unseen' })
  await expect(withdrawSupport(ground, await a.person(), { needId })).rejects.toMatchObject({
    kind: 'unseen',
  })
})
