import { expect, test } from 'vitest'
import { editNeed, showNeed, showNeedToEdit } from '#server/needs/index.ts'
import { showCase } from '#server/moderation/index.ts'
import { aNeed, aWrittenNeed } from '#tests/support/needs.ts'
import { aProposal } from '#tests/support/proposals.ts'
import { aWorld } from '#tests/support/world.ts'

test('the author changes it, and it says that it was changed', async () => {
  const world = await aWorld()
  const { ground, ...a } = world
  const author = await a.person()
  const consultation = await a.consultation()
  const { id: needId } = await aNeed(world, { consultationId: consultation.id, author })
  expect((await showNeedToEdit(ground, author, { needId })).fields).toMatchObject({
    regionCode: '19',
    place: '',
  })
  await editNeed(ground, author, { ...aWrittenNeed({ title: 'Servono case vere' }), needId })
  const shown = await showNeed(ground, author, { needId })
  expect(shown.title).toBe('Servono case vere')
  expect(shown.editedAt).not.toBeNull()
  const events = await ground.db.selectFrom('events').where('aboutId', '=', needId).select('name').execute()
  expect(events).toEqual([{ name: 'need-edited' }])
})

test('another representative of its organisation may change it; a member and an outsider may not', async () => {
  const world = await aWorld()
  const { ground, ...a } = world
  const { id: organisationId, representative } = await a.organisation()
  const [colleague, member, eve] = [await a.person(), await a.person(), await a.person()]
  await a.joins(colleague, organisationId, 'representative')
  await a.joins(member, organisationId)
  const consultation = await a.consultation()
  const need = await aNeed(world, { consultationId: consultation.id, author: representative, organisationId })
  await editNeed(ground, colleague, { ...aWrittenNeed(), needId: need.id })
  for (const other of [member, eve]) {
    const asked = { ...aWrittenNeed(), needId: need.id }
    await expect(editNeed(ground, other, asked)).rejects.toMatchObject({ reason: 'not-your-need' })
    await expect(showNeedToEdit(ground, other, { needId: need.id })).rejects.toMatchObject({
      kind: 'forbidden',
    })
  }
  expect(ground.told).toHaveLength(1)
})

test.each([
  [{ hidden: true }, 'need-hidden'],
  [{ state: 'withdrawn' as const }, 'need-withdrawn'],
])('a need that no longer stands is not changed: %j', async (given, reason) => {
  const world = await aWorld()
  const { ground, ...a } = world
  const author = await a.person()
  const consultation = await a.consultation()
  const need = await aNeed(world, { consultationId: consultation.id, author, ...given })
  await expect(editNeed(ground, author, { ...aWrittenNeed(), needId: need.id })).rejects.toMatchObject({
    kind: 'conflict',
    reason,
  })
})

test('once proposals are written on the needs, they no longer change', async () => {
  const world = await aWorld()
  const { ground, ...a } = world
  const author = await a.person()
  const consultation = await a.consultation({ phase: 'decide' })
  const need = await aNeed(world, { consultationId: consultation.id, author })
  await expect(editNeed(ground, author, { ...aWrittenNeed(), needId: need.id })).rejects.toMatchObject({
    reason: 'needs-not-open',
  })
})

test('a need that a proposal stands on no longer changes, also while the proposal is a draft', async () => {
  const world = await aWorld()
  const { ground } = world
  const consultation = await world.consultation()
  const need = await aNeed(world, { consultationId: consultation.id })
  await aProposal(world, consultation, { needIds: [need.id], state: 'draft' })
  await expect(editNeed(ground, need.author, { ...aWrittenNeed(), needId: need.id })).rejects.toMatchObject({
    reason: 'need-grouped',
  })
  expect((await showNeed(ground, need.author, { needId: need.id })).may.edit).toBe(false)
})

test('what was edited away is there for the moderators, and for nobody else', async () => {
  const world = await aWorld()
  const { ground } = world
  const consultation = await world.consultation()
  const need = await aNeed(world, { consultationId: consultation.id, plain: 'Un CANARINO qui.' })
  await editNeed(ground, need.author, { ...aWrittenNeed(), needId: need.id })
  const { earlier } = await showCase(ground, consultation.table.moderator, {
    kind: 'need',
    subjectId: need.id,
  })
  expect(earlier).toEqual([expect.stringContaining('CANARINO')])
  for (const who of [need.author, consultation.table.chair])
    expect(JSON.stringify(await showNeed(ground, who, { needId: need.id }))).not.toContain('CANARINO')
})
