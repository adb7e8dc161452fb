import { expect, test } from 'vitest'
import { addSources, listProposals, removeSource, showProposal } from '#server/proposals/index.ts'
import { eventsOf } from '#tests/support/decisions.ts'
import { aNeed } from '#tests/support/needs.ts'
import { aProposal } from '#tests/support/proposals.ts'
import { aWorld } from '#tests/support/world.ts'

test('a need added is found from both sides, and only what is new is told', async () => {
  const world = await aWorld()
  const consultation = await world.consultation()
  const { id: organisationId } = await world.organisation()
  const source = await aNeed(world, { consultationId: consultation.id, organisationId })
  const proposal = await aProposal(world, consultation, { needIds: [source.id] })
  const need = await aNeed(world, { consultationId: consultation.id })
  const { chair } = consultation.table
  expect(
    await addSources(world.ground, chair, {
      proposalId: proposal.id,
      needIds: [need.id, source.id],
    }),
  ).toMatchObject({ added: 1 })
  const { proposals } = await listProposals(world.ground, need.author, { needId: need.id })
  expect(proposals.map(({ id }) => id)).toEqual([proposal.id])
  expect(await eventsOf(world, consultation.id)).toMatchObject([{ name: 'need-grouped', aboutId: need.id }])
})

test('a source removed keeps its row and its reason, and may be linked again', async () => {
  const world = await aWorld()
  const consultation = await world.consultation()
  const { id: organisationId } = await world.organisation()
  const source = await aNeed(world, { consultationId: consultation.id, organisationId })
  const proposal = await aProposal(world, consultation, { needIds: [source.id] })
  const need = await aNeed(world, { consultationId: consultation.id })
  const { secretary } = consultation.table
  await addSources(world.ground, secretary, { proposalId: proposal.id, needIds: [need.id] })
  await removeSource(world.ground, secretary, {
    proposalId: proposal.id,
    needId: need.id,
    reason: 'Parla d’altro',
  })
  await addSources(world.ground, secretary, { proposalId: proposal.id, needIds: [need.id] })
  const { sources } = await showProposal(world.ground, secretary, { proposalId: proposal.id })
  const rows = sources.filter(({ needId }) => needId === need.id)
  expect(rows.map(({ unlinkReason }) => unlinkReason)).toEqual([null, 'Parla d’altro'])
  expect((await eventsOf(world, consultation.id)).map(({ name }) => name)).toEqual([
    'need-grouped',
    'source-removed',
    'need-grouped',
  ])
})

test('the last source stays, even when two are removed at the same moment', async () => {
  const world = await aWorld()
  const consultation = await world.consultation()
  const { id: organisationId } = await world.organisation()
  const source = await aNeed(world, { consultationId: consultation.id, organisationId })
  const proposal = await aProposal(world, consultation, { needIds: [source.id] })
  const need = await aNeed(world, { consultationId: consultation.id })
  const { chair } = consultation.table
  await addSources(world.ground, chair, { proposalId: proposal.id, needIds: [need.id] })
  const removals = await Promise.allSettled(
    [need.id, source.id].map((needId) =>
      removeSource(world.ground, chair, { proposalId: proposal.id, needId, reason: 'Non serve' }),
    ),
  )
  expect(removals.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('what a hidden need says, and whose it is, is not shown by the proposals it is in', async () => {
  const world = await aWorld()
  const consultation = await world.consultation()
  const { id: organisationId } = await world.organisation()
  const source = await aNeed(world, { consultationId: consultation.id, organisationId })
  const proposal = await aProposal(world, consultation, { needIds: [source.id] })
  await world.ground.db
    .updateTable('needs')
    .set({ hiddenAt: new Date() })
    .where('id', '=', source.id)
    .execute()
  const { sources } = await showProposal(world.ground, await world.person(), { proposalId: proposal.id })
  expect(sources).toMatchObject([{ needId: source.id, title: null, organisation: null }])
})

test('an outsider neither adds nor removes', async () => {
  const world = await aWorld()
  const consultation = await world.consultation()
  const { id: organisationId } = await world.organisation()
  const source = await aNeed(world, { consultationId: consultation.id, organisationId })
  const proposal = await aProposal(world, consultation, { needIds: [source.id] })
  const outsider = await world.person()
  await expect(
    addSources(world.ground, outsider, { proposalId: proposal.id, needIds: [source.id] }),
  ).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(
    removeSource(world.ground, outsider, {
      proposalId: proposal.id,
      needId: source.id,
      reason: 'Via',
    }),
  ).rejects.toMatchObject({ kind: 'forbidden' })
})
