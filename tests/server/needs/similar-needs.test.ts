import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { checkNeed, similarNeeds } from '#server/needs/index.ts'
import { aNeed, aWrittenNeed } from '#tests/support/needs.ts'
import { aWorld, guest } from '#tests/support/world.ts'

test('needs that say much the same are found, those of the same consultation first', async () => {
  const world = await aWorld()
  const author = await world.person()
  const [here, elsewhere] = [await world.consultation(), await world.consultation()]
  const word = `zagara${randomUUID().slice(0, 6)}`
  const one = { author, title: `Nessun autobus porta a ${word}`, plain: 'La corsa della sera manca.' }
  const other = await aNeed(world, { ...one, consultationId: elsewhere.id })
  const same = await aNeed(world, { ...one, consultationId: here.id, title: `Un autobus per ${word}` })
  await aNeed(world, { consultationId: here.id, author, title: 'Servono mediatori in ospedale', plain: 'x' })
  const found = await similarNeeds(world.ground, guest, {
    consultationId: here.id,
    title: `Manca l’autobus per ${word}`,
    text: 'La sera nessuna corsa.',
  })
  expect(found.map((need) => need.id)).toEqual([same.id, other.id])
})

test.each([
  ['ar', 'لا حافلة إلى حقول الزيتون', 'نريد حافلة إلى حقول الزيتون'],
  ['uk', 'Потрібне житло для родини', 'Житло для родини у Палермо'],
  ['bn', 'রাতের রাস্তা অন্ধকার', 'রাস্তা রাতে অন্ধকার থাকে'],
  ['zh', '孩子需要中文老师', '我们需要中文老师'],
])('alike in %s', async (language, title, asked) => {
  const world = await aWorld()
  const { id: consultationId } = await world.consultation()
  const need = await aNeed(world, { consultationId, author: await world.person(), title, language })
  const found = await similarNeeds(world.ground, guest, { consultationId, title: asked })
  expect(found[0]?.id).toBe(need.id)
})

test('hidden, withdrawn and members-only needs are never offered', async () => {
  const world = await aWorld()
  const author = await world.person()
  const [open, closed] = [await world.consultation(), await world.consultation({ visibility: 'members' })]
  const title = `Un ponte per ${randomUUID()}`
  await aNeed(world, { consultationId: open.id, author, title, hidden: true })
  await aNeed(world, { consultationId: open.id, author, title, state: 'withdrawn' })
  await aNeed(world, { consultationId: closed.id, author, title })
  expect(await similarNeeds(world.ground, guest, { consultationId: open.id, title })).toEqual([])
  const inside = { consultationId: closed.id, title }
  expect(await similarNeeds(world.ground, closed.table.chair, inside)).toHaveLength(1)
})

test('checking a need judges it as posting would, and keeps nothing', async () => {
  const world = await aWorld()
  const ana = await world.person()
  const { id: consultationId } = await world.consultation()
  const checked = await checkNeed(world.ground, ana, { ...aWrittenNeed(), consultationId })
  expect(Array.isArray(checked.similar)).toBe(true)
  await expect(
    checkNeed(world.ground, ana, { ...aWrittenNeed({ areas: [] }), consultationId }),
  ).rejects.toMatchObject({ fields: { areas: { reason: 'needed' } } })
  const kept = await world.ground.db.selectFrom('needs').where('authorId', '=', ana.id).select('id').execute()
  expect(kept).toEqual([])
})
