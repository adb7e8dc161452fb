import { afterAll, expect, test } from 'vitest'
import { showHome } from '#server/home/index.ts'
import { anEmptyDatabase } from '#tests/support/ground.ts'
import { aWorld, dayFromNow, guest } from '#tests/support/world.ts'
import { aHomeStory } from './story.ts'

const empty = await anEmptyDatabase(`home_${process.pid}`)
afterAll(() => empty.close())
const world = await aWorld({ db: empty.db })
const { ground } = world

test('where nothing is yet, the page says nothing and holds', async () => {
  expect(await showHome(ground, guest, {})).toEqual({
    openByRegion: {},
    consultations: [],
    deadlines: [],
    briefs: [],
    answers: [],
    table: null,
    duties: [],
    updatedAt: null,
  })
})

test('nothing may be asked of it', async () => {
  await expect(showHome(ground, guest, { region: '19' })).rejects.toMatchObject({ kind: 'invalid' })
})

let told: ReturnType<typeof aHomeStory> | undefined
const story = () => (told ??= aHomeStory(world))

test('a guest sees what is open and public, the phase that ends first before the others', async () => {
  const { open, other, interregional } = await story()
  const home = await showHome(ground, guest, {})
  expect(home.consultations.map(({ id }) => id).toSorted()).toEqual(
    [open.id, other.id, interregional.id].toSorted(),
  )
  const [first] = home.consultations
  expect(first).toMatchObject({
    title: { text: 'Consultazione di prova', language: 'it' },
    table: { text: 'Tavolo di prova', language: 'it' },
    phaseEndsOn: dayFromNow(19),
  })
  expect(home.consultations.map(({ phase }) => phase ?? '').toSorted()).toEqual([
    'discuss',
    'discuss',
    'listen',
  ])
  expect(home.openByRegion).toEqual({ 19: 2 })
})

test('everything is said in the language of who reads', async () => {
  await story()
  const home = await showHome(ground, { ...guest, language: 'en' }, {})
  expect(home.consultations[0]?.title).toEqual({ text: 'Test consultation', language: 'en' })
  expect(home.table?.name).toEqual({ text: 'Test table', language: 'en' })
})

test('what is due stands in the order of its days, late answers first and marked', async () => {
  const { open } = await story()
  const { deadlines } = await showHome(ground, guest, {})
  expect(deadlines.map(({ on }) => on)).toEqual(deadlines.map(({ on }) => on).toSorted())
  // Of the two answers that a consultation waits for, the one that was due first.
  expect(deadlines.filter(({ kind }) => kind === 'answer-due')).toEqual([
    expect.objectContaining({ consultationId: open.id, on: dayFromNow(-3), isOverdue: true, phase: null }),
  ])
  expect(deadlines.filter(({ isOverdue }) => isOverdue)).toHaveLength(1)
  expect(deadlines.filter(({ kind }) => kind === 'phase-ends')).toHaveLength(3)
})

test('the newest briefs and answers are shown, and never a brief that another replaced', async () => {
  const { newer, ofClosed } = await story()
  const { briefs, answers } = await showHome(ground, guest, {})
  expect(briefs.map(({ id, number }) => [id, number])).toEqual([
    [ofClosed, '3/2026'],
    [newer, '2/2026'],
  ])
  expect(answers.map(({ givenAt }) => givenAt.getUTCDate())).toEqual([4, 3, 2])
  expect(answers[0]).toMatchObject({ outcome: 'accepted', body: 'Assessorato di prova', language: 'it' })
})

test('a members-only consultation is nowhere on the page, not even in its date; inside, it is there', async () => {
  const { secret, calabria, open, other, interregional } = await story()
  const outside = await showHome(ground, await world.person(), {})
  expect(JSON.stringify(outside)).not.toContain(secret.id)
  expect(outside.updatedAt).toEqual(new Date(Date.UTC(2026, 2, 3)))
  expect(outside.table?.id).not.toBe(calabria.id)
  const inside = await showHome(ground, calabria.chair, {})
  expect(inside.consultations.map(({ id }) => id).toSorted()).toEqual(
    [secret.id, open.id, other.id, interregional.id].toSorted(),
  )
  expect(inside.openByRegion).toEqual({ 18: 1, 19: 2 })
  expect(inside.briefs[0]?.number).toBe('4/2026')
  expect(inside.answers[0]?.givenAt.getUTCDate()).toBe(5)
  expect(inside.deadlines[0]).toMatchObject({
    consultationId: secret.id,
    on: dayFromNow(-30),
    isOverdue: true,
  })
  expect(inside.updatedAt).toEqual(new Date(Date.UTC(2026, 2, 4)))
})

test('the picture is of the table where the reader sits, or else of the one that moved last', async () => {
  const { sicilia, between, sits } = await story()
  expect((await showHome(ground, guest, {})).table?.id).toBe(between.id)
  const { table } = await showHome(ground, sits, {})
  expect(table?.id).toBe(sicilia.id)
  // A seat whose mandate is over is not there; one that nobody fills names nobody.
  expect(table?.seats).toMatchObject([
    { holder: null, endsOn: null, endingSoon: false },
    { holder: 'Ponti', endsOn: dayFromNow(10), endingSoon: true },
  ])
})

test('who moderates, and who answers for a body that is asked, is led to what waits for them', async () => {
  const { sicilia, open, closed } = await story()
  expect((await showHome(ground, guest, {})).duties).toEqual([])
  expect((await showHome(ground, sicilia.moderator, {})).duties).toEqual(['moderation'])
  expect((await showHome(ground, open.answering.representative, {})).duties).toEqual(['answers'])
  expect((await showHome(ground, closed.answering.representative, {})).duties).toEqual([])
})

test('a day begins at midnight in Italy', async () => {
  const { open } = await story()
  const phaseAt = async (moment: string) => {
    ground.setNow(new Date(moment))
    const { consultations } = await showHome(ground, guest, {})
    ground.setNow(null)
    return consultations.find(({ id }) => id === open.id)?.phase
  }
  await ground.db
    .updateTable('consultationPhases')
    .set({ startsOn: '2030-07-01', endsOn: '2030-07-31' })
    .where('consultationId', '=', open.id)
    .where('phase', '=', 'answer')
    .execute()
  expect(await phaseAt('2030-06-30T21:59:00Z')).toBeNull()
  expect(await phaseAt('2030-06-30T22:01:00Z')).toBe('answer')
  expect(await phaseAt('2030-07-31T21:59:00Z')).toBe('answer')
  expect(await phaseAt('2030-07-31T22:01:00Z')).toBeNull()
})

test('the table of a province, or of a municipality, counts for the region that it lies in', async () => {
  const before = (await showHome(ground, guest, {})).openByRegion['16'] ?? 0
  for (const territoryCode of ['072', '072006', '16'])
    await world.consultation({ table: await world.table({ territoryCode }) })
  expect((await showHome(ground, guest, {})).openByRegion['16']).toBe(before + 3)
})
