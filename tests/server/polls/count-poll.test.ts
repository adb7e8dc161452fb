import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { recountCommands } from '#app/pieces/poll-count/recount-commands.ts'
import {
  closePoll,
  recordOutcome,
  showPoll,
  showPollDefinition,
  showPollSealed,
  takePapers,
  takeRoll,
} from '#server/polls/index.ts'
import { answersOf, familyOf, kinds, type Kind } from '#server/polls/words.ts'
import { chanceFrom } from '#tests/faults/chance.ts'
import { countedAgain, hasPython } from '#tests/support/counted-again.ts'
import { aPollingTable, anOpenPoll, type PollingTable } from '#tests/support/polls.ts'
import { aWorld, type World } from '#tests/support/world.ts'

const chance = chanceFrom(39)
/** Names that a file, a spreadsheet or a shell could take for something else. */
const titles = ['Ballot', '"Il Ponte", due', '-3; tre', "'«Quattro»"]

function aPaper(kind: Kind): Record<string, unknown> {
  const ranks = chance.pick([
    ['1', '2', '3', ''],
    ['2', '1', '', '3'],
    ['', '3', '1', '2'],
    ['', '', '1', ''],
  ])
  switch (familyOf(kind)) {
    case 'assent': {
      const [yes, other] = answersOf[kind as keyof typeof answersOf]
      return { choice: chance.happens(0.7) ? yes : other, reason: 'Perché sì' }
    }
    case 'ranks':
      return { ranks }
    case 'points':
      return {
        points: chance.pick([
          ['1', '', '2', '0'],
          ['0', '3', '', '2'],
          ['', '2', '1', ''],
        ]),
      }
    case 'approve':
    case 'budget':
      return { chosen: chance.pick([['0', '2'], ['1'], ['0', '3'], ['2', '3']]) }
  }
}

/** What the two commands that the page prints say of the file that it gives out. */
async function recounted(world: World, table: PollingTable, pollId: string) {
  const poll = await showPoll(world.ground, table.chair, { pollId })
  const [unit] = poll.result?.units ?? []
  if (!unit) throw new Error('not counted')
  const { text, file } = await takePapers(world.ground, table.chair, { pollId, unit: 'seat' })
  return { unit, ...(await countedAgain({ text, file }, recountCommands({ ...poll, ...unit, file }))) }
}

const titled = (ids: readonly string[]) => ids.map((id) => titles[Number(id) - 1])

describe.skipIf(!hasPython)(
  'the papers given out, counted by what the page prints, give what was published',
  () => {
    let world: World
    let table: PollingTable
    beforeAll(async () => {
      world = await aWorld()
      table = await aPollingTable(world, { seats: 8 })
    })

    test.each(kinds)('%s', async (kind) => {
      const family = familyOf(kind)
      const { pollId, cast } = await anOpenPoll(world, table, {
        kind,
        option: family === 'assent' ? [] : titles,
        tie: 'lot',
        quorum: '50',
        majority: 'absolute',
        ...(family === 'budget' ? { cost: ['10', '25', '12', '30'], budget: '60' } : {}),
        ...(kind.startsWith('stv') ? { seats: '2' } : {}),
      })
      for (const seat of table.seats)
        await cast(seat.holder, { unit: 'seat', electorId: seat.id, ...aPaper(kind) })
      await closePoll(world.ground, table.chair, { pollId })
      const { unit, ours, theirs } = await recounted(world, table, pollId)
      expect(unit).toMatchObject({ ballots: 8, shown: 'full' })
      expect([ours.outcome, theirs.outcome]).toEqual([unit.outcome, unit.outcome])
      const { counted } = unit
      if (!counted) throw new Error('not shown')
      if ('tally' in counted) {
        const tally = counted.tally.map(({ answer, votes }) => ({ name: answer, votes }))
        expect(ours).toMatchObject({ rounds: [{ votes: tally }], median: counted.median })
        expect(theirs.tally).toEqual(Object.fromEntries(tally.map(({ name, votes }) => [name, votes])))
        expect(theirs.median).toEqual(counted.median)
        return
      }
      expect({ rounds: ours.rounds, ties: ours.ties }).toEqual({ rounds: counted.rounds, ties: counted.ties })
      if ('funded' in counted)
        expect([titled(ours.funded ?? []), titled(theirs.funded ?? [])]).toEqual([unit.winners, unit.winners])
      else {
        expect([ours.winners, theirs.winners]).toEqual([unit.winners, unit.winners])
        expect([ours.order, theirs.order]).toEqual([counted.order, counted.order])
      }
    })

    test.each(['approval', 'greedy', 'equal-shares', 'consent'] as const)(
      '%s without its quorum',
      async (kind) => {
        const { pollId, cast } = await anOpenPoll(world, table, {
          kind,
          option: kind === 'consent' ? [] : titles,
          quorum: '50',
          ...(familyOf(kind) === 'budget' ? { cost: ['10', '25', '12', '30'], budget: '60' } : {}),
        })
        const [seat] = table.seats
        if (!seat) throw new Error('no seat')
        await cast(seat.holder, { unit: 'seat', electorId: seat.id, ...aPaper(kind) })
        await closePoll(world.ground, table.chair, { pollId })
        const { unit, ours, theirs } = await recounted(world, table, pollId)
        expect([unit.outcome, ours.outcome, theirs.outcome]).toEqual(['no-quorum', 'no-quorum', 'no-quorum'])
        expect([ours.winners ?? ours.funded, theirs.winners ?? theirs.funded ?? []]).toEqual([[], []])
      },
    )
  },
)

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

test('the lot was fixed before anybody voted and is drawn again from what is told: value, papers, seed, winner, seal', async () => {
  const world = await aWorld()
  const table = await aPollingTable(world, { seats: 3 })
  const titles = ['Uno', 'Due', 'Tre']
  const { pollId, cast, definitionHash } = await anOpenPoll(world, table, { option: titles, tie: 'lot' })
  const { definition } = await showPollDefinition(world.ground, table.chair, { pollId })
  const before = JSON.stringify(await showPoll(world.ground, table.chair, { pollId }))
  for (const [n, seat] of table.seats.entries())
    await cast(seat.holder, { unit: 'seat', electorId: seat.id, chosen: [String(n)] })
  await closePoll(world.ground, table.chair, { pollId })
  const { result, seal } = await showPoll(world.ground, table.chair, { pollId })
  const [unit] = result?.units ?? []
  const { value, seed } = unit?.lot ?? {}
  if (!value) throw new Error('no value was told')
  const committed = JSON.parse(definition) as { rules: { lotCommittedTo: { seat: string } } }
  expect(committed.rules.lotCommittedTo.seat).toBe(sha256(value))
  expect(before, 'told only with the papers').not.toContain(value)
  const { text } = await takePapers(world.ground, table.chair, { pollId, unit: 'seat' })
  expect(unit?.papersHash).toBe(sha256(text))
  expect(seed).toBe(sha256(`${value}\n${text}`))
  expect(unit?.counted).toMatchObject({ ties: [{ rule: 'lot', chosen: unit?.winners }] })
  const { sealed } = await showPollSealed(world.ground, table.chair, { pollId })
  expect(sha256(sealed)).toBe(seal)
  expect(JSON.parse(sealed)).toEqual({ definitionHash, result: JSON.parse(JSON.stringify(result)) as object })
})

test.each([
  ['approval', 'shared'],
  ['irv', 'earlier-round-then-lot'],
  ['stv-meek', 'earlier-round-then-lot'],
  ['greedy', 'votes-cost-list'],
  ['equal-shares', 'votes-cost-list'],
  ['knapsack', 'lower-cost-then-list'],
] as const)('the definition of %s says what its count does with equals: %s', async (kind, tie) => {
  const world = await aWorld()
  const table = await aPollingTable(world, { seats: 1 })
  const { pollId, cast } = await anOpenPoll(world, table, {
    kind,
    ...(familyOf(kind) === 'budget' ? { cost: ['1', '2', '3'], budget: '5' } : {}),
  })
  const { definition } = await showPollDefinition(world.ground, table.chair, { pollId })
  expect(JSON.parse(definition)).toMatchObject({ rules: { tie } })
  const [seat] = table.seats
  const paper = familyOf(kind) === 'ranks' ? { ranks: ['1', '2', ''] } : { chosen: ['0'] }
  if (seat) await cast(seat.holder, { unit: 'seat', electorId: seat.id, ...paper })
  await closePoll(world.ground, table.chair, { pollId })
  const { result } = await showPoll(world.ground, table.chair, { pollId })
  expect(result?.units[0]?.counted, 'what the count itself says').toMatchObject({ rules: { tie } })
})

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
  expect((await showPoll(world.ground, seat.holder, { pollId })).mine).toMatchObject([{ electorId: seat.id }])
  const roll = await takeRoll(world.ground, table.chair, { pollId, unit: 'seat' })
  expect(roll.map(({ id }) => id).toSorted()).toEqual(table.seats.map(({ id }) => id).toSorted())
  expect(roll[0]).toMatchObject({ people: ['Rappresentante', 'Supplente'] })
  for (const other of [seat.holder, table.consultation.table.moderator])
    await expect(takeRoll(world.ground, other, { pollId, unit: 'seat' })).rejects.toMatchObject({
      kind: 'forbidden',
    })
  const here = await anOpenPoll(world, table, { electors: 'both' })
  await expect(
    takeRoll(world.ground, table.chair, { pollId: here.pollId, unit: 'person' }),
    'the names of all who are registered',
  ).rejects.toMatchObject({ kind: 'forbidden' })
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
    turnout: [{ unit: 'seat', roll: 3, voted: null }],
    external: { outcome: 'Eletta Awa Diop' },
  })
})
