import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { draftProposal, showProposal } from '#server/proposals/index.ts'
import { eventsOf } from '#tests/support/decisions.ts'
import { aNeed } from '#tests/support/needs.ts'
import { aWorld, guest } from '#tests/support/world.ts'

const written = {
  title: 'Una corsa in più la mattina',
  text: 'La corsa delle cinque serve a chi lavora nei campi.',
  ask: 'Che la corsa delle cinque ci sia ogni giorno.',
  addressee: 'Regione, Trasporti',
  language: 'it' as const,
}

test('the secretary groups needs into a proposal, and every source is told on the consultation’s stream', async () => {
  const world = await aWorld()
  const { id: consultationId, table } = await world.consultation({ phase: 'propose' })
  const needs = [await aNeed(world, { consultationId }), await aNeed(world, { consultationId })]
  const needIds = needs.map(({ id }) => id)
  const { proposalId, number } = await draftProposal(world.ground, table.secretary, {
    ...written,
    consultationId,
    needIds: [...needIds, ...needIds],
  })
  expect(number).toBe(1)
  const shown = await showProposal(world.ground, table.chair, { proposalId })
  expect(shown).toMatchObject({ state: 'draft', version: 1, title: written.title })
  expect(shown.sources.map(({ needId }) => needId).sort()).toEqual([...needIds].sort())
  expect(await eventsOf(world, consultationId)).toEqual(
    needIds.map((aboutId) => ({
      name: 'need-grouped',
      aboutId,
      actorId: table.secretary.id,
      body: { proposalId },
    })),
  )
  expect(world.ground.told).toHaveLength(2)
})

test('a need that is hidden, withdrawn or of another consultation refuses the draft and tells nobody', async () => {
  const world = await aWorld()
  const { id: consultationId, table } = await world.consultation()
  const other = await world.consultation()
  const good = await aNeed(world, { consultationId })
  for (const bad of [
    await aNeed(world, { consultationId, hidden: true }),
    await aNeed(world, { consultationId, state: 'withdrawn' }),
    await aNeed(world, { consultationId: other.id }),
    { id: randomUUID() },
  ])
    await expect(
      draftProposal(world.ground, table.chair, { ...written, consultationId, needIds: [good.id, bad.id] }),
    ).rejects.toMatchObject({ kind: 'invalid', fields: { needIds: { reason: 'need-not-usable' } } })
  await expect(
    draftProposal(world.ground, table.chair, { ...written, consultationId, needIds: [] }),
  ).rejects.toMatchObject({ kind: 'invalid', fields: { needIds: { reason: 'choose-needs' } } })
  expect(world.ground.told).toEqual([])
})

test('only the chair and the secretary draft, and a members-only consultation is unseen from outside', async () => {
  const world = await aWorld()
  const open = await world.consultation()
  const closed = await world.consultation({ visibility: 'members' })
  const outsider = await world.person()
  const asked = async (consultationId: string) => ({
    ...written,
    consultationId,
    needIds: [(await aNeed(world, { consultationId })).id],
  })
  await expect(draftProposal(world.ground, open.table.moderator, await asked(open.id))).rejects.toMatchObject(
    {
      kind: 'forbidden',
    },
  )
  await expect(draftProposal(world.ground, outsider, await asked(open.id))).rejects.toMatchObject({
    kind: 'forbidden',
  })
  await expect(draftProposal(world.ground, outsider, await asked(closed.id))).rejects.toMatchObject({
    kind: 'unseen',
  })
  await expect(draftProposal(world.ground, guest, await asked(open.id))).rejects.toMatchObject({
    reason: 'sign-in-first',
  })
})

test('a retry with the same client id returns the first draft', async () => {
  const world = await aWorld()
  const { id: consultationId, table } = await world.consultation()
  const asked = {
    ...written,
    consultationId,
    needIds: [(await aNeed(world, { consultationId })).id],
    clientId: randomUUID(),
  }
  const first = await draftProposal(world.ground, table.chair, asked)
  expect(await draftProposal(world.ground, table.chair, asked)).toEqual(first)
})

test('forty drafts at once get forty numbers', async () => {
  const world = await aWorld()
  const { id: consultationId, table } = await world.consultation()
  const needIds = [(await aNeed(world, { consultationId })).id]
  const drafted = await Promise.all(
    Array.from({ length: 40 }, () =>
      draftProposal(world.ground, table.chair, { ...written, consultationId, needIds }),
    ),
  )
  expect(drafted.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 40 }, (_, index) => index + 1),
  )
})

test('an empty text and an unknown language are refused at their fields', async () => {
  const world = await aWorld()
  const { id: consultationId, table } = await world.consultation()
  const needIds = [(await aNeed(world, { consultationId })).id]
  await expect(
    draftProposal(world.ground, table.chair, { ...written, text: ' ', consultationId, needIds }),
  ).rejects.toMatchObject({ kind: 'invalid', fields: { text: {} } })
  await expect(
    draftProposal(world.ground, table.chair, {
      ...written,
      language: 'xx' as never,
      consultationId,
      needIds,
    }),
  ).rejects.toMatchObject({ fields: { language: { reason: 'not-in-list' } } })
})
