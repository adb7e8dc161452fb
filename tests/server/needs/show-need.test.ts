import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { needStory, showNeed } from '#server/needs/index.ts'
import { aNeed } from '#tests/support/needs.ts'
import { aWorld, guest, type World } from '#tests/support/world.ts'

async function aProposalOn(
  world: World,
  given: { consultationId: string; needId: string; by: string; state: 'draft' | 'approved' },
) {
  const { db } = world.ground
  const { consultationId, by } = given
  const { id } = await db
    .insertInto('proposals')
    .values({
      consultationId,
      number: 1,
      state: given.state,
      createdBy: by,
      publishedAt: given.state === 'draft' ? null : new Date('2026-06-01T08:00:00Z'),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const words = {
    document: '{"root":{"type":"root","children":[]}}',
    plain: '',
    ask: 'Case',
    addressee: 'Regione',
  }
  await db
    .insertInto('proposalVersions')
    .values({ proposalId: id, version: 1, title: 'Case per chi raccoglie', authorId: by, ...words })
    .execute()
  await db
    .insertInto('proposalSources')
    .values({
      proposalId: id,
      needId: given.needId,
      linkedBy: by,
      linkedAt: new Date('2026-05-20T08:00:00Z'),
    })
    .execute()
  return id
}

test('a members-only need and one that never was answer alike', async () => {
  const world = await aWorld()
  const { ground, ...a } = world
  const consultation = await a.consultation({ visibility: 'members' })
  const need = await aNeed(world, { consultationId: consultation.id, author: await a.person() })
  for (const needId of [need.id, randomUUID()])
    for (const ask of [showNeed, needStory])
      await expect(ask(ground, await a.person(), { needId })).rejects.toMatchObject({
        kind: 'unseen',
        reason: 'need',
      })
  expect(await showNeed(ground, consultation.table.chair, { needId: need.id })).toMatchObject({ id: need.id })
})

test('a hidden need keeps its words for its author', async () => {
  const world = await aWorld()
  const { ground, ...a } = world
  const author = await a.person({ name: 'Nascosta' })
  const { id: consultationId } = await a.consultation()
  const { id: needId } = await aNeed(world, { consultationId, author, hidden: true, plain: 'canarino' })
  const others = await showNeed(ground, guest, { needId })
  expect(others).toMatchObject({ state: 'hidden', title: null, document: null })
  expect(JSON.stringify(others)).not.toMatch(/canarino|Nascosta/)
  expect(JSON.stringify(await showNeed(ground, author, { needId }))).toContain('canarino')
})

test('each actor is offered what they may do', async () => {
  const world = await aWorld()
  const { ground, ...a } = world
  const author = await a.person()
  const consultation = await a.consultation()
  const { id: needId } = await aNeed(world, { consultationId: consultation.id, author })
  const mayOf = async (who: Parameters<typeof showNeed>[1]) => (await showNeed(ground, who, { needId })).may
  expect(await mayOf(author)).toMatchObject({ edit: true, withdraw: true, support: false, report: false })
  expect(await mayOf(await a.person())).toMatchObject({
    edit: false,
    support: true,
    report: true,
    markRead: false,
  })
  expect(await mayOf(consultation.table.chair)).toMatchObject({ edit: false, markRead: true })
  expect(Object.values(await mayOf(guest)).some(Boolean)).toBe(false)
})

test('a proposal still being written is named to the chair alone', async () => {
  const world = await aWorld()
  const { ground, ...a } = world
  const { id: consultationId, table } = await a.consultation()
  const { id: needId } = await aNeed(world, {
    consultationId,
    author: await a.person(),
    postedAt: new Date('2026-05-01T08:00:00Z'),
  })
  await aProposalOn(world, { consultationId, needId, by: table.chair.id, state: 'draft' })
  expect((await showNeed(ground, guest, { needId })).proposals).toEqual([])
  expect(await needStory(ground, guest, { needId })).toMatchObject([
    { step: 'received' },
    { step: 'grouped', proposal: null },
  ])
  expect((await showNeed(ground, table.chair, { needId })).proposals).toHaveLength(1)
})

test('the whole story reads from received to answered, each with its day', async () => {
  const world = await aWorld()
  const { ground, ...a } = world
  const { db } = ground
  const consultation = await a.consultation({ phase: 'answer' })
  const { id: consultationId, table, answering } = consultation
  const by = table.chair.id
  const organisation = await a.organisation({ name: 'Voci' })
  const { id: needId } = await aNeed(world, {
    consultationId,
    author: organisation.representative,
    organisationId: organisation.id,
    postedAt: new Date('2026-05-01T08:00:00Z'),
  })
  await db
    .updateTable('needs')
    .set({ readAt: new Date('2026-05-02T08:00:00Z'), readBy: by })
    .where('id', '=', needId)
    .execute()
  const proposalId = await aProposalOn(world, { consultationId, needId, by, state: 'approved' })
  await db
    .insertInto('ballots')
    .values({
      proposalId,
      proposalVersion: 1,
      consultationId,
      definitionHash: 'x',
      state: 'closed',
      quorum: 50,
      majority: 'simple',
      opensAt: new Date('2026-06-10T08:00:00Z'),
      closesAt: new Date('2026-06-20T08:00:00Z'),
      closedAt: new Date('2026-06-20T08:00:00Z'),
      outcome: 'approved',
      createdBy: by,
    })
    .execute()
  await db
    .insertInto('answerRequests')
    .values({ proposalId, organisationId: answering.id, askedBy: by, dueOn: '2026-08-01' })
    .execute()
  await db
    .insertInto('answers')
    .values({
      proposalId,
      number: 1,
      outcome: 'accepted',
      text: 'Sì',
      givenBy: answering.representative.id,
      givenAt: new Date('2026-07-10T08:00:00Z'),
    })
    .execute()
  const story = await needStory(ground, guest, { needId })
  expect(story.map(({ step, who, outcome }) => [step, who, outcome])).toEqual([
    ['received', 'Voci', null],
    ['read', null, null],
    ['grouped', null, null],
    ['in-proposal', null, null],
    ['voted', null, 'approved'],
    ['answered', 'Assessorato di prova', 'accepted'],
  ])
  expect(story.at(-1)?.proposal).toMatchObject({ id: proposalId, title: 'Case per chi raccoglie' })
  expect((await showNeed(ground, guest, { needId })).proposals).toMatchObject([{ id: proposalId, number: 1 }])
})
