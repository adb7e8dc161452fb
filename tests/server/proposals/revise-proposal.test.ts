import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { reviseProposal, showProposal } from '#server/proposals/index.ts'
import { aBallot, eventsOf } from '#tests/support/decisions.ts'
import { aProposal } from '#tests/support/proposals.ts'
import { aWorld } from '#tests/support/world.ts'

const written = {
  title: 'Due corse in più la mattina',
  text: 'La corsa delle cinque e quella delle sei.',
  ask: 'Che le due corse ci siano ogni giorno.',
  addressee: 'Regione, Trasporti',
  language: 'it' as const,
  note: 'Aggiunta la corsa delle sei',
}

test('a revision makes a version beside the old one, which stays readable', async () => {
  const world = await aWorld()
  const consultation = await world.consultation()
  const { id: proposalId } = await aProposal(world, consultation)
  const { chair } = consultation.table
  expect(
    await reviseProposal(world.ground, chair, { ...written, proposalId, expectedVersion: 1 }),
  ).toMatchObject({ version: 2 })
  expect(await showProposal(world.ground, chair, { proposalId })).toMatchObject({
    version: 2,
    title: written.title,
  })
  expect(await showProposal(world.ground, chair, { proposalId, version: 1 })).toMatchObject({
    version: 1,
    currentVersion: 2,
    title: 'Una corsa in più la mattina',
  })
  expect(await eventsOf(world, consultation.id)).toMatchObject([
    { name: 'proposal-revised', aboutId: proposalId, body: { version: 2 } },
  ])
})

test('a revision of a draft is told to nobody', async () => {
  const world = await aWorld()
  const consultation = await world.consultation()
  const { id: proposalId } = await aProposal(world, consultation, { state: 'draft' })
  await reviseProposal(world.ground, consultation.table.secretary, {
    ...written,
    proposalId,
    expectedVersion: 1,
  })
  expect(world.ground.told).toEqual([])
})

test('of forty editors who began from the same version one writes, and the others are told', async () => {
  const world = await aWorld()
  const consultation = await world.consultation()
  const { id: proposalId } = await aProposal(world, consultation)
  const outcomes = await Promise.allSettled(
    Array.from({ length: 40 }, (_, index) =>
      reviseProposal(world.ground, index % 2 ? consultation.table.chair : consultation.table.secretary, {
        ...written,
        proposalId,
        expectedVersion: 1,
      }),
    ),
  )
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const refused = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []))
  for (const each of refused) expect(each).toMatchObject({ kind: 'conflict', reason: 'changed-meanwhile' })
  expect(refused).toHaveLength(39)
})

test('a retry with the same client id is not a second version', async () => {
  const world = await aWorld()
  const consultation = await world.consultation()
  const { id: proposalId } = await aProposal(world, consultation)
  const asked = { ...written, proposalId, expectedVersion: 1, clientId: randomUUID() }
  const first = await reviseProposal(world.ground, consultation.table.chair, asked)
  expect(await reviseProposal(world.ground, consultation.table.chair, asked)).toEqual(first)
})

test('what a ballot was called on cannot be changed any more', async () => {
  const world = await aWorld()
  for (const state of ['planned', 'open'] as const) {
    const ballot = await aBallot(world, { state, seats: 0 })
    await expect(
      reviseProposal(world.ground, ballot.chair, {
        ...written,
        proposalId: ballot.proposal.id,
        expectedVersion: 1,
      }),
    ).rejects.toMatchObject({ kind: 'conflict', reason: 'ballot-called' })
  }
})

test('to an outsider a draft does not exist, and a published proposal is not theirs to change', async () => {
  const world = await aWorld()
  const consultation = await world.consultation()
  const draft = await aProposal(world, consultation, { state: 'draft' })
  const published = await aProposal(world, consultation)
  const outsider = await world.person()
  await expect(
    reviseProposal(world.ground, outsider, { ...written, proposalId: draft.id, expectedVersion: 1 }),
  ).rejects.toMatchObject({ kind: 'unseen' })
  await expect(
    reviseProposal(world.ground, outsider, { ...written, proposalId: published.id, expectedVersion: 1 }),
  ).rejects.toMatchObject({ kind: 'forbidden' })
})
