import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { listNeeds } from '#server/needs/index.ts'
import { countedUpTo, needsOnPage } from '#server/needs/words.ts'
import { aNeed } from '#tests/support/needs.ts'
import { aWorld, guest, type World } from '#tests/support/world.ts'

async function manyNeeds(world: World, count: number, at: (index: number) => Date) {
  const author = await world.person()
  const { id: consultation } = await world.consultation()
  const ids: string[] = []
  for (let index = 0; index < count; index += 1) {
    const need = await aNeed(world, { consultationId: consultation, author, postedAt: at(index) })
    ids.push(need.id)
  }
  return { consultation, author, ids }
}

async function everyPage(world: World, asked: object, between: () => Promise<unknown> = async () => {}) {
  const ids: string[] = []
  let after: string | undefined
  do {
    const page = await listNeeds(world.ground, guest, { ...asked, after })
    ids.push(...page.needs.map((need) => need.id))
    after = page.next ?? undefined
    await between()
  } while (after)
  return ids
}

test('pages follow one another with no gap and no double while new needs arrive', async () => {
  const world = await aWorld()
  const start = Date.now() - 3_600_000
  // Several at the same moment: only the id tells them apart.
  const many = await manyNeeds(world, 65, (index) => new Date(start + Math.floor(index / 7) * 1000))
  const arrive = () => aNeed(world, { consultationId: many.consultation, author: many.author })
  const read = await everyPage(world, { consultation: many.consultation }, arrive)
  expect(read).toHaveLength(65)
  expect(new Set(read)).toEqual(new Set(many.ids))
})

test('moments that differ by less than a millisecond lose no need between pages', async () => {
  const world = await aWorld()
  const many = await manyNeeds(world, 45, () => new Date())
  await world.ground.db
    .updateTable('needs')
    .set((set) => ({ postedAt: set.fn('clock_timestamp', []) }))
    .where('consultationId', '=', many.consultation)
    .execute()
  const read = await everyPage(world, { consultation: many.consultation })
  expect(new Set(read)).toEqual(new Set(many.ids))
  expect(read).toHaveLength(45)
})

test('the most supported come first, and their pages follow too', async () => {
  const world = await aWorld()
  const author = await world.person()
  const { id: consultation } = await world.consultation()
  for (let index = 0; index < 45; index += 1)
    await aNeed(world, { consultationId: consultation, author, organisationSupports: index % 4 })
  const asked = { consultation, sort: 'most-supported' as const }
  const { needs, count } = await listNeeds(world.ground, guest, asked)
  expect(needs.map((need) => need.supports)).toEqual(
    needs.map((need) => need.supports).sort((one, other) => other - one),
  )
  expect(count).toBe(45)
  expect(new Set(await everyPage(world, asked)).size).toBe(45)
})

test('a page is as long as it says, and more are counted than it says by one at most', async () => {
  const world = await aWorld()
  const many = await manyNeeds(world, countedUpTo + 3, () => new Date())
  const { needs, count } = await listNeeds(world.ground, guest, { consultation: many.consultation })
  expect(needs).toHaveLength(needsOnPage)
  expect(count).toBe(countedUpTo + 1)
})

test('each filter narrows: place, area, concern, urgency, language and organisation', async () => {
  const world = await aWorld()
  const { id: consultation } = await world.consultation()
  const { id: organisation, representative: author } = await world.organisation({ name: 'Voci' })
  const marsala = { code: '081011', region: '19', province: '081' }
  const there = await aNeed(world, {
    consultationId: consultation,
    author,
    organisationId: organisation,
    territory: marsala,
    areas: ['health', 'documents'],
    concerns: ['women'],
    urgency: 'critical',
    language: 'ar',
  })
  await aNeed(world, {
    consultationId: consultation,
    author,
    territory: { code: '16', region: '16', province: null },
  })
  for (const filter of [
    { region: '19' },
    { province: '081' },
    { municipality: '081011' },
    { area: 'documents' },
    { concern: 'women' },
    { urgency: 'critical' },
    { language: 'ar' },
    { organisation },
  ] as const) {
    const found = await listNeeds(world.ground, guest, { consultation, ...filter })
    expect(found.needs.map((need) => need.id)).toEqual([there.id])
    expect(found.count).toBe(1)
  }
  const named = await listNeeds(world.ground, guest, { consultation, organisation, municipality: '081011' })
  expect(named.asked).toMatchObject({ organisation: 'Voci', municipality: 'Marsala' })
})

test('a members-only consultation is in nobody else’s list, by name neither', async () => {
  const world = await aWorld()
  const { ground, ...a } = world
  const { id: consultation, table } = await a.consultation({ visibility: 'members' })
  await aNeed(world, { consultationId: consultation, author: await a.person() })
  for (const outsider of [guest, await a.person()]) {
    const found = await listNeeds(ground, outsider, { consultation })
    expect(found).toMatchObject({ needs: [], asked: { consultation: null } })
  }
  expect((await listNeeds(ground, table.chair, { consultation })).needs).toHaveLength(1)
})

test('a hidden need is there without its words, and no filter or search tells of it; its author reads it', async () => {
  const world = await aWorld()
  const { ground, ...a } = world
  const author = await a.person({ name: 'Nascosta' })
  const { id: consultation } = await a.consultation()
  const need = {
    consultationId: consultation,
    author,
    hidden: true,
    title: 'Canarino',
    plain: 'canarino segreto',
  }
  await aNeed(world, need)
  const found = await listNeeds(ground, guest, { consultation })
  expect(found.needs).toMatchObject([{ state: 'hidden', title: null, excerpt: null, author: null }])
  expect(JSON.stringify(found)).not.toMatch(/canarino|nascosta/i)
  expect((await listNeeds(ground, guest, { consultation, q: 'canarino' })).needs).toEqual([])
  expect((await listNeeds(ground, guest, { consultation, area: 'housing' })).needs).toEqual([])
  expect((await listNeeds(ground, author, { consultation, q: 'canarino' })).needs).toMatchObject([
    { state: 'hidden', title: 'Canarino', isMine: true },
  ])
})

test.each([
  { sort: 'password_hash' },
  { sort: 'title desc; drop table needs' },
  { 'q[author_email_start]': 'a' },
  { authorId: randomUUID() },
  { area: "housing' or '1'='1" },
  { region: '19 or 1=1' },
  { limit: '1000000000' },
  { after: 'WzEsMl0' },
  { after: Buffer.from('["1; drop table needs","x",0]').toString('base64url') },
  { q: 'x'.repeat(10_000) },
])('what is not in the list of filters is refused: %#', async (asked) => {
  const { ground } = await aWorld()
  await expect(listNeeds(ground, guest, asked as never)).rejects.toMatchObject({ kind: 'invalid' })
})
