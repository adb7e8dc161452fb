import { expect, test } from 'vitest'
import { previewBrief, publishBrief, showBrief } from '#server/briefs/index.ts'
import {
  analyseOpinions,
  arrangeStatements,
  citeStatement,
  listCited,
  exportVotes,
  rejectStatement,
  showResults,
  withdrawCitation,
} from '#server/opinions/index.ts'
import { aCollection, twoCamps } from '#tests/support/opinions.ts'
import { aProposal } from '#tests/support/proposals.ts'
import { guest } from '#tests/support/world.ts'

async function analysed(given: { showsResults?: boolean } = {}) {
  const its = await aCollection({ statements: 8, showsResults: given.showsResults ?? true })
  const { ground, a, consultation, consultationId, answered, statements } = its
  // The last is accepted by all; the one before is passed by all.
  await answered(twoCamps(20, 14).map((row) => [...row.slice(0, 6), 0, 1]))
  await analyseOpinions(ground, consultationId)
  const world = { ground, person: a.person }
  const { id: proposalId } = await aProposal(world, consultation)
  const cite = (number: number) =>
    citeStatement(ground, its.table.secretary, { proposalId, statementId: statements[number]!.id })
  return { ...its, proposalId, cite }
}

test('a proposal stands on a bridge and says what divides, with figures and how many answered', async () => {
  const { ground, table, proposalId, cite, statements } = await analysed()
  await cite(7)
  await Promise.all(Array.from({ length: 10 }, () => cite(0)))
  const shown = await listCited(ground, guest, { proposalId })
  expect(shown.cited.map(({ number, kind }) => [number, kind])).toEqual([
    [0, 'divide'],
    [7, 'bridge'],
  ])
  expect(shown.toCite).toEqual([])
  expect(shown.cited[0]).toMatchObject({ base: 35, fewest: 5, letters: ['A', 'B'] })
  expect(shown.cited[1]).toMatchObject({ text: statements[7]!.text, all: { seen: 35, agree: 35 } })
  const events = await ground.db
    .selectFrom('events')
    .where('aboutId', '=', statements[0]!.id)
    .where('name', '=', 'statement-cited')
    .select('seq')
    .execute()
  expect(events).toHaveLength(1)
  const { toCite } = await listCited(ground, table.chair, { proposalId })
  expect(toCite.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5])
  await withdrawCitation(ground, table.chair, { proposalId, statementId: statements[0]!.id })
  expect((await listCited(ground, guest, { proposalId })).cited).toHaveLength(1)
})

test('not cited: what neither joins nor divides, what was rejected, what is not shown, and by who does not write it', async () => {
  const { ground, a, table, consultationId, proposalId, cite, statements } = await analysed()
  await expect(cite(6)).rejects.toMatchObject({ reason: 'neither-bridge-nor-divide' })
  await rejectStatement(ground, table.moderator, { statementId: statements[7]!.id, reason: 'Non va bene.' })
  await expect(cite(7)).rejects.toMatchObject({ kind: 'unseen' })
  await expect(
    citeStatement(ground, await a.person(), { proposalId, statementId: statements[0]!.id }),
  ).rejects.toMatchObject({ kind: 'forbidden' })
  await cite(0)
  const hidden = {
    consultationId,
    isOpen: true,
    holdsStatements: true,
    letsGuests: false,
    showsResults: false,
  }
  await arrangeStatements(ground, table.chair, hidden)
  await expect(cite(1)).rejects.toMatchObject({ reason: 'results-not-shown' })
  expect((await listCited(ground, guest, { proposalId })).cited).toEqual([])
})

test('figures stay as they were cited while others answer, and the words go once they are taken out', async () => {
  const { ground, table, consultationId, proposalId, cite, answered, statements } = await analysed()
  await cite(7)
  const before = await listCited(ground, guest, { proposalId })
  await answered(twoCamps(0, 30).map((row) => row.map((vote) => (vote === 1 ? -1 : 1))))
  await analyseOpinions(ground, consultationId)
  expect((await showResults(ground, guest, { consultationId })).results!.bridges).not.toContain(7)
  expect(await listCited(ground, guest, { proposalId })).toEqual(before)
  await rejectStatement(ground, table.moderator, { statementId: statements[7]!.id, reason: 'Non va bene.' })
  expect((await listCited(ground, guest, { proposalId })).cited).toEqual([])
})

test('a draft’s statements are for who writes it', async () => {
  const { ground, a, consultation } = await analysed()
  const { id: proposalId } = await aProposal({ ground, person: a.person }, consultation, { state: 'draft' })
  await expect(listCited(ground, guest, { proposalId })).rejects.toMatchObject({ kind: 'unseen' })
  expect((await listCited(ground, consultation.table.chair, { proposalId })).toCite).toHaveLength(7)
})

test('the brief carries the bridges and the divides with their base, once results are shown', async () => {
  const { ground, table, consultationId, statements, answered } = await analysed()
  const { id: briefId } = await publishBrief(ground, table.chair, {
    consultationId,
    nextSteps: 'La Regione risponde entro tre mesi a ogni proposta.',
  })
  const { content } = await showBrief(ground, guest, { briefId })
  expect(content.opinions).toMatchObject({
    participants: 35,
    grouped: 35,
    bridges: [
      {
        text: statements[7]!.text,
        answered: 35,
        agree: 100,
        groups: [
          { letter: 'A', agree: 100 },
          { letter: 'B', most: 'agree' },
        ],
      },
    ],
  })
  expect(content.opinions!.divides).toHaveLength(5)
  // What it says can be recomputed though others have answered since and other figures are shown.
  await answered(twoCamps(10, 10))
  await analyseOpinions(ground, consultationId)
  const { inputHash } = content.opinions!
  expect((await showResults(ground, guest, { consultationId })).results!.inputHash).not.toBe(inputHash)
  const { participantsVotes } = await exportVotes(ground, table.chair, { consultationId, inputHash })
  expect(participantsVotes).toHaveLength(35)
  const hidden = await analysed({ showsResults: false })
  const before = await previewBrief(hidden.ground, hidden.table.chair, {
    consultationId: hidden.consultationId,
  })
  expect(before.content.opinions).toBeUndefined()
})
