import { expect, test } from 'vitest'
import { listProposals, publishProposal, showProposal, withdrawProposal } from '#server/proposals/index.ts'
import { aBallot, eventsOf } from '#tests/support/decisions.ts'
import { aProposal } from '#tests/support/proposals.ts'
import { aWorld, guest } from '#tests/support/world.ts'

test('a draft is its drafters’ alone until it is published; then everyone reads it', async () => {
  const world = await aWorld()
  const consultation = await world.consultation()
  const { id: proposalId } = await aProposal(world, consultation, { state: 'draft' })
  const listed = async (who: Parameters<typeof listProposals>[1]) =>
    (await listProposals(world.ground, who, { consultationId: consultation.id })).proposals.length
  expect([await listed(guest), await listed(consultation.table.secretary)]).toEqual([0, 1])
  await expect(showProposal(world.ground, guest, { proposalId })).rejects.toMatchObject({ kind: 'unseen' })

  await publishProposal(world.ground, consultation.table.secretary, { proposalId })
  expect(await listed(guest)).toBe(1)
  expect(await showProposal(world.ground, guest, { proposalId })).toMatchObject({ state: 'published' })
  expect(await eventsOf(world, consultation.id)).toMatchObject([
    { name: 'proposal-published', aboutId: proposalId },
  ])
  await expect(publishProposal(world.ground, consultation.table.chair, { proposalId })).rejects.toMatchObject(
    {
      reason: 'proposal-not-a-draft',
    },
  )
})

test('a published proposal withdrawn stays readable with its reason', async () => {
  const world = await aWorld()
  const consultation = await world.consultation()
  const { id: proposalId } = await aProposal(world, consultation)
  await withdrawProposal(world.ground, consultation.table.chair, {
    proposalId,
    reason: 'Unita alla numero 4',
  })
  expect(await showProposal(world.ground, guest, { proposalId })).toMatchObject({
    state: 'withdrawn',
    withdrawReason: 'Unita alla numero 4',
  })
  expect(await eventsOf(world, consultation.id)).toMatchObject([{ name: 'proposal-withdrawn' }])
})

test('a draft withdrawn was never seen, and is told to nobody', async () => {
  const world = await aWorld()
  const consultation = await world.consultation()
  const { id: proposalId } = await aProposal(world, consultation, { state: 'draft' })
  await withdrawProposal(world.ground, consultation.table.chair, { proposalId, reason: 'Doppia' })
  expect(world.ground.told).toEqual([])
  await expect(showProposal(world.ground, guest, { proposalId })).rejects.toMatchObject({ kind: 'unseen' })
})

test('a proposal under a ballot is not withdrawn, and an outsider withdraws none', async () => {
  const world = await aWorld()
  const ballot = await aBallot(world, { seats: 0 })
  await expect(
    withdrawProposal(world.ground, ballot.chair, { proposalId: ballot.proposal.id, reason: 'Basta' }),
  ).rejects.toMatchObject({ reason: 'ballot-called' })
  await expect(
    withdrawProposal(world.ground, await world.person(), { proposalId: ballot.proposal.id, reason: 'Basta' }),
  ).rejects.toMatchObject({ kind: 'forbidden' })
})

test('a members-only consultation’s proposals do not exist outside it', async () => {
  const world = await aWorld()
  const consultation = await world.consultation({ visibility: 'members' })
  const { id: proposalId } = await aProposal(world, consultation)
  const outsider = await world.person()
  await expect(showProposal(world.ground, outsider, { proposalId })).rejects.toMatchObject({ kind: 'unseen' })
  await expect(publishProposal(world.ground, outsider, { proposalId })).rejects.toMatchObject({
    kind: 'unseen',
  })
  const { proposals } = await listProposals(world.ground, outsider, { consultationId: consultation.id })
  expect(proposals).toEqual([])
})
