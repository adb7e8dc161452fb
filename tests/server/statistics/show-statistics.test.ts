import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { showStatistics } from '#server/statistics/index.ts'
import { aGround } from '#tests/support/ground.ts'
import { aNeed } from '#tests/support/needs.ts'
import { aProposal } from '#tests/support/proposals.ts'
import { aWorld, dayFromNow, guest, type World } from '#tests/support/world.ts'

// Other tests leave rows in the same database, so each test looks at what its own rows change.
const counted = async () => showStatistics(await aGround(), guest, {})
type Counted = Awaited<ReturnType<typeof counted>>

const needsIn = ({ needs }: Counted, area: string) =>
  needs.byArea.find((each) => each.area === area)?.needs ?? 0
const needsOf = ({ needs }: Counted, region: string) =>
  needs.byRegion.find(({ code }) => code === region)?.needs ?? 0
const proposalsIn = ({ proposals }: Counted, state: string) =>
  proposals.find((each) => each.state === state)?.proposals ?? 0
const answeredAs = ({ answers }: Counted, outcome: string) =>
  answers.byOutcome.find((each) => each.outcome === outcome)?.proposals ?? 0

type Consultation = Awaited<ReturnType<World['consultation']>>

/** A proposal whose body was asked so many days ago; answered so many days later when `after` is given. */
async function asked(
  world: World,
  consultation: Consultation,
  given: { daysAgo: number; dueOn: string; after?: number; outcomes?: ('studying' | 'declined')[] },
) {
  const { db } = world.ground
  const { id: proposalId } = await aProposal(world, consultation, {
    state: given.after ? 'answered' : 'approved',
    needIds: [],
  })
  const askedAt = new Date(Date.now() - given.daysAgo * 86_400_000)
  const settledAt = given.after ? new Date(askedAt.getTime() + given.after * 86_400_000) : null
  const givenBy = consultation.answering.representative.id
  await db
    .insertInto('answerRequests')
    .values({
      proposalId,
      organisationId: consultation.answering.id,
      askedAt,
      askedBy: consultation.table.chair.id,
      dueOn: given.dueOn,
      settledAt,
    })
    .execute()
  for (const [index, outcome] of (given.outcomes ?? []).entries()) {
    await db
      .insertInto('answers')
      .values({ proposalId, number: index + 1, outcome, text: 'Risposta', givenBy })
      .execute()
  }
}

test('needs of public consultations are counted by area and by region', async () => {
  const world = await aWorld()
  const consultation = await world.consultation()
  const before = await counted()
  await aNeed(world, {
    consultationId: consultation.id,
    author: await world.person(),
    areas: ['housing', 'work'],
  })
  const after = await counted()
  expect(after.needs.total - before.needs.total).toBe(1)
  expect(needsIn(after, 'housing') - needsIn(before, 'housing')).toBe(1)
  expect(needsIn(after, 'work') - needsIn(before, 'work')).toBe(1)
  expect(needsOf(after, '19') - needsOf(before, '19')).toBe(1)
})

test('nothing of a members-only consultation is in any figure, even for a member', async () => {
  const world = await aWorld()
  const before = await counted()
  const consultation = await world.consultation({ visibility: 'members' })
  for (let each = 0; each < 10; each++)
    await aNeed(world, { consultationId: consultation.id, author: await world.person() })
  await aProposal(world, consultation, { state: 'published' })
  await asked(world, consultation, {
    daysAgo: 9,
    dueOn: dayFromNow(-1),
    after: 900,
    outcomes: ['declined'],
  })
  await asked(world, consultation, { daysAgo: 9, dueOn: dayFromNow(-1) })
  const after = await showStatistics(await aGround(), consultation.table.chair, {})
  expect({ ...after, countedAt: null }).toEqual({ ...before, countedAt: null })
})

test('withdrawn and hidden needs, and drafts of proposals, are not counted', async () => {
  const world = await aWorld()
  const consultation = await world.consultation()
  const author = await world.person()
  const before = await counted()
  const [{ id: withdrawn }, { id: hidden }] = [
    await aNeed(world, { consultationId: consultation.id, author }),
    await aNeed(world, { consultationId: consultation.id, author }),
  ]
  const { db } = world.ground
  await db.updateTable('needs').set({ state: 'withdrawn' }).where('id', '=', withdrawn).execute()
  await db.updateTable('needs').set({ hiddenAt: new Date() }).where('id', '=', hidden).execute()
  await aProposal(world, consultation, { state: 'draft', needIds: [] })
  const after = await counted()
  expect(after.needs).toEqual(before.needs)
  expect(after.proposals).toEqual(before.proposals)
})

test('people are counted once each, in steps of five', async () => {
  const world = await aWorld()
  const consultation = await world.consultation()
  const before = (await counted()).people ?? 0
  for (let each = 0; each < 10; each++) {
    const author = await world.person()
    await aNeed(world, { consultationId: consultation.id, author })
    await aNeed(world, { consultationId: consultation.id, author })
  }
  const after = (await counted()).people ?? 0
  expect(after % 5).toBe(0)
  expect(after - before).toBe(10)
})

test('answers are counted by the newest of each proposal, and what is late is said', async () => {
  const world = await aWorld()
  const consultation = await world.consultation()
  const before = await counted()
  const soon = { daysAgo: 20, dueOn: dayFromNow(10) }
  await asked(world, consultation, { ...soon, after: 12, outcomes: ['studying', 'declined'] })
  await asked(world, consultation, { ...soon, outcomes: ['studying'] })
  await asked(world, consultation, { daysAgo: 20, dueOn: dayFromNow(-2) })
  const after = await counted()
  expect(answeredAs(after, 'declined') - answeredAs(before, 'declined')).toBe(1)
  expect(answeredAs(after, 'studying') - answeredAs(before, 'studying')).toBe(1)
  expect(after.answers.awaited - before.answers.awaited).toBe(1)
  expect(after.answers.overdue - before.answers.overdue).toBe(1)
  expect(proposalsIn(after, 'answered') - proposalsIn(before, 'answered')).toBe(1)
})

test('half of the answers took no longer than the median, and what is not settled is not in it', async () => {
  const world = await aWorld()
  const consultation = await world.consultation()
  const settled = await world.ground.db
    .selectFrom('answerRequests')
    .innerJoin('proposals', 'proposals.id', 'answerRequests.proposalId')
    .innerJoin('consultations', 'consultations.id', 'proposals.consultationId')
    .where('consultations.visibility', '=', 'public')
    .where('settledAt', 'is not', null)
    .select('proposalId')
    .execute()
  const more = settled.length + 1
  for (let each = 0; each < more; each++)
    await asked(world, consultation, { daysAgo: 500, dueOn: dayFromNow(1), after: 300 })
  await asked(world, consultation, { daysAgo: 500, dueOn: dayFromNow(1) })
  // More than half of all took 300 days, so whatever the others took the median is 300.
  expect((await counted()).answers.medianDays).toBe(300)
})

test('forty readers at once have it counted once, and a minute later it is counted anew', async () => {
  const world = await aWorld()
  const { ground } = world
  const first = await Promise.all(Array.from({ length: 40 }, () => showStatistics(ground, guest, {})))
  expect(new Set(first).size).toBe(1)
  const consultation = await world.consultation()
  await aNeed(world, { consultationId: consultation.id, author: await world.person() })
  expect(await showStatistics(ground, guest, {})).toBe(first[0])
  ground.setNow(new Date(Date.now() + 61_000))
  const later = await showStatistics(ground, guest, {})
  expect(later.needs.total - (first[0]?.needs.total ?? 0)).toBe(1)
})

test('a field that is not in the contract is refused', async () => {
  const { ground } = await aWorld()
  await expect(showStatistics(ground, guest, { region: randomUUID() })).rejects.toMatchObject({
    kind: 'invalid',
  })
})
