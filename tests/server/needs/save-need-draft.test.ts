import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { dropNeedDraft, listMyNeeds, postNeed, saveNeedDraft, showNeedForm } from '#server/needs/index.ts'
import { aWrittenNeed } from '#tests/support/needs.ts'
import { aWorld, guest } from '#tests/support/world.ts'

test('an unfinished need is kept as far as it was typed, and goes on where it was left', async () => {
  const { ground, ...a } = await aWorld()
  const ana = await a.person()
  const { id: consultationId } = await a.consultation()
  const clientId = randomUUID()
  await saveNeedDraft(ground, ana, { consultationId, clientId, title: 'Casa', text: 'Ancora da **finire**' })
  const form = await showNeedForm(ground, ana, { consultationId, draft: clientId })
  expect(form).toMatchObject({ clientId, draft: { title: 'Casa', areas: [] } })
  expect(JSON.stringify(form.draft?.document)).toContain('finire')
  await saveNeedDraft(ground, ana, { consultationId, clientId, title: 'Una casa', text: '' })
  const { drafts } = await listMyNeeds(ground, ana, {})
  expect(drafts).toMatchObject([{ clientId, title: 'Una casa' }])
  expect(ground.told).toEqual([])
})

test('sending a need takes its draft away, and so does dropping it', async () => {
  const { ground, ...a } = await aWorld()
  const ana = await a.person()
  const { id: consultationId } = await a.consultation()
  const [sent, dropped] = [randomUUID(), randomUUID()]
  for (const clientId of [sent, dropped]) await saveNeedDraft(ground, ana, { consultationId, clientId })
  await postNeed(ground, ana, { ...aWrittenNeed(), consultationId, clientId: sent })
  await dropNeedDraft(ground, ana, { clientId: dropped })
  const mine = await listMyNeeds(ground, ana, {})
  expect(mine.drafts).toEqual([])
  expect(mine.needs).toHaveLength(1)
})

test('nobody else sees a draft, nor drops it', async () => {
  const { ground, ...a } = await aWorld()
  const [ana, eve] = [await a.person(), await a.person()]
  const { id: consultationId } = await a.consultation()
  const clientId = randomUUID()
  await saveNeedDraft(ground, ana, { consultationId, clientId, title: 'Segreto' })
  await dropNeedDraft(ground, eve, { clientId })
  await expect(showNeedForm(ground, eve, { consultationId, draft: clientId })).rejects.toMatchObject({
    kind: 'unseen',
  })
  await expect(showNeedForm(ground, guest, { consultationId })).rejects.toMatchObject({
    reason: 'sign-in-first',
  })
  expect((await listMyNeeds(ground, ana, {})).drafts).toHaveLength(1)
})

test('a draft is judged only by its size: a text too long is refused at its field', async () => {
  const { ground, ...a } = await aWorld()
  const { id: consultationId } = await a.consultation()
  const asked = { consultationId, clientId: randomUUID(), title: 'x'.repeat(151) }
  await expect(saveNeedDraft(ground, await a.person(), asked)).rejects.toMatchObject({
    fields: { title: { reason: 'too-long' } },
  })
})

test('fifty drafts are enough for one person', async () => {
  const { ground, ...a } = await aWorld()
  const ana = await a.person()
  const { id: consultationId } = await a.consultation()
  const save = () => saveNeedDraft(ground, ana, { consultationId, clientId: randomUUID() })
  for (let made = 0; made < 50; made += 1) await save()
  await expect(save()).rejects.toMatchObject({ kind: 'conflict', reason: 'too-many-drafts' })
})
