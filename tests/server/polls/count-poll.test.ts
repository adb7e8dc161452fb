import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { closePoll, recordOutcome, showPoll, takePapers } from '#server/polls/index.ts'
import { familyOf, kindsOf, type Kind } from '#server/polls/words.ts'
import { chanceFrom } from '#tests/faults/chance.ts'
import { aPollingTable, anOpenPoll } from '#tests/support/polls.ts'
import { aWorld } from '#tests/support/world.ts'

const verifier = fileURLToPath(new URL('../../verify/recount.py', import.meta.url))
const hasPython = spawnSync('python3', ['--version']).status === 0
const chance = chanceFrom(39)

function aPaper(kind: Kind): Record<string, string[]> {
  const ranks = chance.pick([
    ['1', '2', '3', ''],
    ['2', '1', '', '3'],
    ['', '3', '1', '2'],
    ['', '', '1', ''],
  ])
  const family = familyOf(kind)
  if (family === 'ranks') return { ranks }
  if (family !== 'points') return { chosen: chance.pick([['0', '2'], ['1'], ['0', '3'], ['2', '3']]) }
  return {
    points: chance.pick([
      ['1', '', '2', '0'],
      ['0', '3', '', '2'],
      ['', '2', '1', ''],
    ]),
  }
}

const counted: Kind[] = [...kindsOf.approve, ...kindsOf.points, ...kindsOf.ranks, ...kindsOf.budget]

describe.skipIf(!hasPython)(
  'the papers given out, counted by another program, give what was published',
  () => {
    test.each(counted)('%s', async (kind) => {
      const world = await aWorld()
      const table = await aPollingTable(world, { seats: 8 })
      const { pollId, cast } = await anOpenPoll(world, table, {
        kind,
        option: ['Uno', 'Due, con virgola', 'Tre; con punto', '«Quattro»'],
        tie: 'lot',
        ...(familyOf(kind) === 'budget' ? { cost: ['10', '25', '12', '30'], budget: '60' } : {}),
        ...(kind.startsWith('stv') ? { seats: '2' } : {}),
      })
      for (const seat of table.seats)
        await cast(seat.holder, { unit: 'seat', electorId: seat.id, ...aPaper(kind) })
      await closePoll(world.ground, table.chair, { pollId })
      const { result } = await showPoll(world.ground, table.chair, { pollId })
      const [unit] = result?.units ?? []
      const { text, extension } = await takePapers(world.ground, table.chair, { pollId, unit: 'seat' })
      const asked = {
        name: `papers.${extension}`,
        text,
        method: kind === 'dots' ? 'score' : kind,
        seed: result?.seed,
        tie: 'lot',
      }
      const { stdout } = spawnSync('python3', [verifier, '--many'], {
        input: JSON.stringify(asked),
        encoding: 'utf8',
      })
      const theirs = JSON.parse(stdout) as { winners?: string[]; funded?: string[] }
      const titles = ['Uno', 'Due, con virgola', 'Tre; con punto', '«Quattro»']
      expect(theirs.winners ?? theirs.funded?.map((id) => titles[Number(id) - 1])).toEqual(unit?.winners)
      expect(unit).toMatchObject({ ballots: 8, shown: 'full' })
    })
  },
)

test.each([
  ['favour', ['for', 'for', 'against'], 'adopted'],
  ['favour', ['for', 'against', 'abstain'], 'not-adopted'],
  ['consent', ['agree', 'stand-aside', 'agree'], 'adopted'],
  ['consent', ['agree', 'object', 'agree'], 'not-adopted'],
  ['consensus', ['agree', 'stand-aside', 'block'], 'not-adopted'],
  ['consensus', ['stand-aside', 'stand-aside', 'stand-aside'], 'not-adopted'],
  ['gradients', ['step-1', 'step-3', 'step-8'], 'counted'],
] as const)('%s of %j: %s', async (kind, answers, outcome) => {
  const world = await aWorld()
  const table = await aPollingTable(world)
  const { pollId, cast } = await anOpenPoll(world, table, { kind, option: [] })
  for (const [n, seat] of table.seats.entries())
    await cast(seat.holder, { unit: 'seat', electorId: seat.id, choice: answers[n], reason: 'Perché sì' })
  await closePoll(world.ground, table.chair, { pollId })
  const { result } = await showPoll(world.ground, table.chair, { pollId })
  expect(result?.units).toMatchObject([{ outcome, ballots: 3 }])
  if (kind === 'gradients') expect(result?.units[0]?.counted).toMatchObject({ median: 'step-3' })
})

test('without the quorum nothing is chosen, whatever the figures', async () => {
  const world = await aWorld()
  const table = await aPollingTable(world)
  const { pollId, cast } = await anOpenPoll(world, table, { quorum: '50' })
  const [seat] = table.seats
  if (!seat) throw new Error('no seat')
  await cast(seat.holder, { unit: 'seat', electorId: seat.id, chosen: ['0'] })
  await closePoll(world.ground, table.chair, { pollId })
  const { result } = await showPoll(world.ground, table.chair, { pollId })
  expect(result?.units).toMatchObject([{ outcome: 'no-quorum', winners: [], ballots: 1, roll: 3 }])
})

test('a vote held elsewhere keeps its roll here, and its outcome once, with the proof', async () => {
  const world = await aWorld()
  const table = await aPollingTable(world)
  const { pollId, cast } = await anOpenPoll(world, table, {
    tier: 'external',
    externalAddress: 'https://belenios.example/election',
  })
  const [seat] = table.seats
  if (!seat) throw new Error('no seat')
  await expect(cast(seat.holder, { unit: 'seat', electorId: seat.id, chosen: ['0'] })).rejects.toMatchObject({
    reason: 'voting-elsewhere',
  })
  const said = { pollId, outcome: 'Eletta Awa Diop', proofAddress: 'https://belenios.example/proof' }
  await expect(recordOutcome(world.ground, table.chair, said)).rejects.toMatchObject({
    reason: 'ballot-not-counted',
  })
  await closePoll(world.ground, table.chair, { pollId })
  await expect(recordOutcome(world.ground, seat.holder, said)).rejects.toMatchObject({
    reason: 'only-for-officers',
  })
  await recordOutcome(world.ground, table.chair, said)
  await expect(recordOutcome(world.ground, table.chair, said)).rejects.toMatchObject({
    reason: 'outcome-recorded',
  })
  expect(await showPoll(world.ground, table.chair, { pollId })).toMatchObject({
    turnout: [{ unit: 'seat', roll: 3, voted: 0 }],
    external: { outcome: 'Eletta Awa Diop' },
  })
})
