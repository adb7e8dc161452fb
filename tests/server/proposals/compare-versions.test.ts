import { expect, test } from 'vitest'
import { differencesBetween } from '#server/proposals/differences.ts'
import { compareVersions, listProposals, reviseProposal } from '#server/proposals/index.ts'
import { aProposal } from '#tests/support/proposals.ts'
import { aWorld, guest } from '#tests/support/world.ts'

test('what changed reads word by word, and putting the pieces together gives both versions back', async () => {
  const world = await aWorld()
  const consultation = await world.consultation()
  const { id: proposalId } = await aProposal(world, consultation)
  await reviseProposal(world.ground, consultation.table.chair, {
    proposalId,
    expectedVersion: 1,
    title: 'Una corsa in più la sera',
    text: 'Parole nuove.',
    ask: 'Che la corsa delle cinque ci sia.',
    addressee: 'Regione, Trasporti',
    language: 'it',
    note: 'La sera invece della mattina',
  })
  const compared = await compareVersions(world.ground, guest, { proposalId })
  const title = compared.parts.find(({ part }) => part === 'title')
  expect(title?.pieces).toEqual([
    { kind: 'same', text: 'Una corsa in più la ' },
    { kind: 'removed', text: 'mattina' },
    { kind: 'added', text: 'sera' },
  ])
  expect(compared.parts.map(({ part, isSame }) => [part, isSame])).toEqual([
    ['title', false],
    ['addressee', true],
    ['ask', true],
    ['text', false],
  ])
  expect(compared.to).toMatchObject({ version: 2, note: 'La sera invece della mattina' })
})

test('a version that is not there is unseen', async () => {
  const world = await aWorld()
  const { id: proposalId } = await aProposal(world, await world.consultation())
  await expect(compareVersions(world.ground, guest, { proposalId, to: 9 })).rejects.toMatchObject({
    kind: 'unseen',
  })
})

test('words of Arabic and Bengali are compared whole, not letter by letter', () => {
  for (const [before, after] of [
    ['نطلب حافلة في الصباح', 'نطلب حافلة في المساء'],
    ['আমরা সকালে বাস চাই', 'আমরা বিকালে বাস চাই'],
  ] as const) {
    const changed = differencesBetween(before, after).filter(({ kind }) => kind !== 'same')
    expect(changed).toHaveLength(2)
    expect(before.split(' ')).toContain(changed[0]?.text)
    expect(after.split(' ')).toContain(changed[1]?.text)
  }
})

test('the pieces of any two texts give both back', () => {
  const texts = [
    '',
    'uno',
    'uno due\ntre',
    'due  tre quattro',
    'a b c d e f',
    'f e d c b a',
    'uno due\n\ntre.',
  ]
  for (const before of texts)
    for (const after of texts) {
      const pieces = differencesBetween(before, after)
      const without = (kind: string) =>
        pieces.flatMap((piece) => (piece.kind === kind ? [] : [piece.text])).join('')
      expect([without('added'), without('removed')]).toEqual([before, after])
    }
})

function longText(seed: number): string {
  return Array.from({ length: 9000 }, (_, index) => ((index * 7919 + seed) % 99991).toString(36)).join(' ')
}

test('two long texts with nothing in common are answered soon', () => {
  const started = performance.now()
  expect(differencesBetween(longText(1), longText(50_000)).length).toBeGreaterThan(0)
  expect(performance.now() - started).toBeLessThan(2000)
})

test('the list pages on without losing or repeating one', async () => {
  const world = await aWorld()
  const consultation = await world.consultation()
  const made = []
  for (let count = 0; count < 23; count++) made.push((await aProposal(world, consultation)).id)
  const first = await listProposals(world.ground, guest, { consultationId: consultation.id })
  const second = await listProposals(world.ground, guest, {
    consultationId: consultation.id,
    after: first.next ?? undefined,
  })
  expect(second.next).toBeNull()
  expect([...first.proposals, ...second.proposals].map(({ id }) => id).sort()).toEqual(made.sort())
})
