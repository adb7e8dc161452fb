import { createHash, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  cancelPoll,
  castPaper,
  closePoll,
  composePoll,
  confirmTier,
  listPolls,
  openPoll,
  settleDuePolls,
  showPoll,
  showPollDefinition,
} from '#server/polls/index.ts'
import type { Person } from '#server/ground.ts'
import { familyOf, kinds } from '#server/polls/words.ts'
import { eventsOf, minutesFromNow } from '#tests/support/decisions.ts'
import { aPollingTable, anOpenPoll, asComposed } from '#tests/support/polls.ts'
import { aWorld } from '#tests/support/world.ts'

test.each(kinds)(
  'a poll of the kind %s is composed, and its hash can be computed by anyone',
  async (kind) => {
    const world = await aWorld()
    const table = await aPollingTable(world, { seats: 1 })
    const family = familyOf(kind)
    const asked = asComposed(table, {
      kind,
      option: family === 'assent' ? [] : ['Uno', '', 'Due', 'Tre'],
      ...(family === 'budget' ? { cost: ['10', '', '20', '30'], budget: '40' } : {}),
    })
    const { pollId } = await composePoll(world.ground, table.chair, asked)
    const shown = await showPoll(world.ground, table.chair, { pollId })
    expect(shown).toMatchObject({ kind, state: 'planned', tierConfirmedBy: null, result: null })
    expect(shown.options.map(({ title, cost }) => [title, cost])).toEqual(
      family === 'assent'
        ? []
        : [
            ['Uno', family === 'budget' ? 10 : null],
            ['Due', family === 'budget' ? 20 : null],
            ['Tre', family === 'budget' ? 30 : null],
          ],
    )
    const { definition, sha256 } = await showPollDefinition(world.ground, table.chair, { pollId })
    expect(createHash('sha256').update(definition).digest('hex')).toBe(sha256)
    expect(shown.definitionHash).toBe(sha256)
  },
)

test('what makes no poll is refused at its field', async () => {
  const world = await aWorld()
  const table = await aPollingTable(world, { seats: 1 })
  const refused = async (more: Record<string, unknown>, field: string, reason: string) =>
    expect(composePoll(world.ground, table.chair, asComposed(table, more)), field).rejects.toMatchObject({
      fields: { [field]: { reason } },
    })
  await refused({ option: ['Uno'] }, 'option', 'two-options-needed')
  await refused({ option: ['Uno', 'Uno '] }, 'option', 'options-alike')
  await refused({ option: Array.from({ length: 21 }, (_, n) => `n ${n}`) }, 'option', 'too-many-options')
  await refused({ kind: 'consent' }, 'option', 'no-options-here')
  await refused({ kind: 'stv-scottish', seats: '3' }, 'seats', 'more-seats-than-options')
  await refused({ kind: 'greedy', cost: ['1', '2', '3'] }, 'budget', 'needed')
  await refused({ kind: 'greedy', cost: ['1', '', '3'], budget: '5' }, 'cost', 'needed')
  await refused({ kind: 'greedy', cost: ['1', '9', '3'], budget: '5' }, 'cost', 'costs-more-than-budget')
  await refused({ kind: 'greedy', cost: ['1', '-2', '3'], budget: '5' }, 'cost', 'too-small')
  await refused({ kind: 'borda' }, 'kind', 'not-in-list')
  await refused({ tier: 'secret' }, 'tier', 'not-in-list')
  await refused({ tier: 'external' }, 'externalAddress', 'needed')
  await refused({ tier: 'external', externalAddress: 'javascript:alert(1)' }, 'externalAddress', 'not-valid')
  await refused({ opensAt: minutesFromNow(-1).toISOString() }, 'opensAt', 'must-be-later')
  await refused({ correctsId: randomUUID() }, 'correctsId', 'not-to-be-corrected')
  await refused({ weight: '3' }, 'weight', 'unknown-field')
})

test('only the chair or the secretary composes; outsiders do not learn that there is anything', async () => {
  const world = await aWorld()
  const table = await aPollingTable(world, { seats: 1 })
  const compose = (who: Person) => composePoll(world.ground, who, asComposed(table))
  await expect(compose(table.consultation.table.moderator)).rejects.toMatchObject({
    reason: 'only-for-officers',
  })
  await expect(compose(table.seats[0]?.holder ?? table.chair)).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(compose(await world.person())).rejects.toMatchObject({ kind: 'unseen' })
  const { pollId } = await compose(table.secretary)
  await expect(showPoll(world.ground, await world.person(), { pollId })).rejects.toMatchObject({
    kind: 'unseen',
  })
})

test('forty times at once composed is once, and forty confirmations are one', async () => {
  const world = await aWorld()
  const table = await aPollingTable(world, { seats: 1 })
  const asked = asComposed(table)
  const composed = await Promise.all(
    Array.from({ length: 40 }, () => composePoll(world.ground, table.chair, asked)),
  )
  const ids = composed.map(({ pollId: each }) => each)
  expect(new Set(ids).size).toBe(1)
  const pollId = ids[0] ?? ''
  const confirmed = await Promise.allSettled(
    Array.from({ length: 40 }, () => confirmTier(world.ground, table.secretary, { pollId })),
  )
  expect(confirmed.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('the tier is the word of two: whoever proposed it cannot confirm it, and without the other nothing opens', async () => {
  const world = await aWorld()
  const table = await aPollingTable(world)
  const { pollId } = await composePoll(world.ground, table.chair, asComposed(table, { tier: 'confidential' }))
  await expect(confirmTier(world.ground, table.chair, { pollId })).rejects.toMatchObject({
    reason: 'tier-needs-another',
  })
  await expect(openPoll(world.ground, table.chair, { pollId })).rejects.toMatchObject({
    reason: 'tier-not-confirmed',
  })
  world.ground.setNow(minutesFromNow(61))
  await settleDuePolls(world.ground)
  expect(await showPoll(world.ground, table.chair, { pollId })).toMatchObject({ openedAt: null })
  await confirmTier(world.ground, table.secretary, { pollId })
  expect(await showPoll(world.ground, table.chair, { pollId })).toMatchObject({
    state: 'open',
    tierProposedBy: 'Presidente',
    tierConfirmedBy: 'Segreteria',
  })
  const names = (await eventsOf(world, table.consultation.id)).map(({ name }) => name)
  expect(names).toEqual(['poll-composed', 'poll-tier-confirmed', 'poll-opened'])
})

test('a tier that is confirmed late opens the poll then, with the roll of then; until then it says what it waits for', async () => {
  const world = await aWorld()
  const table = await aPollingTable(world, { seats: 1, people: 1 })
  const [seat] = table.seats
  if (!seat) throw new Error('no seat')
  const { pollId } = await composePoll(world.ground, table.chair, asComposed(table, { electors: 'both' }))
  const late = minutesFromNow(90)
  world.ground.setNow(late)
  await settleDuePolls(world.ground)
  const { definitionHash, ...waits } = await showPoll(world.ground, seat.holder, { pollId })
  expect(waits).toMatchObject({ state: 'unconfirmed', mine: [] })
  expect(await listPolls(world.ground, seat.holder, { consultationId: table.consultation.id })).toMatchObject(
    [{ state: 'unconfirmed' }],
  )
  const paper = { pollId, definitionHash, unit: 'seat' as const, electorId: seat.id, chosen: ['0'] }
  await expect(castPaper(world.ground, seat.holder, paper)).rejects.toMatchObject({
    reason: 'tier-not-confirmed',
  })
  await world
    .organisation()
    .then(({ id, representative }) =>
      world.seat({ tableId: table.consultation.table.id, organisationId: id, holder: representative }),
    )
  await confirmTier(world.ground, table.secretary, { pollId })
  expect(await showPoll(world.ground, seat.holder, { pollId })).toMatchObject({
    state: 'open',
    openedAt: late,
    turnout: [{ unit: 'seat', roll: 2 }, {}],
  })
  await castPaper(world.ground, seat.holder, paper)
})

test('a tier that nobody confirmed by the last day calls the poll off', async () => {
  const world = await aWorld()
  const table = await aPollingTable(world)
  const { pollId } = await composePoll(world.ground, table.chair, asComposed(table))
  world.ground.setNow(minutesFromNow(601))
  await settleDuePolls(world.ground)
  expect(await showPoll(world.ground, table.chair, { pollId })).toMatchObject({ state: 'cancelled' })
})

test('what a poll asks, its tier and its result cannot be changed even by hand', async () => {
  const world = await aWorld()
  const table = await aPollingTable(world)
  const { pollId } = await anOpenPoll(world, table, { tier: 'confidential' })
  const change = (set: Record<string, unknown>) =>
    world.ground.db.updateTable('polls').set(set).where('id', '=', pollId).execute()
  for (const set of [
    { tier: 'open' },
    { kind: 'score' },
    { options: '[]' },
    { closesAt: minutesFromNow(9999) },
    { definitionHash: 'x' },
  ])
    await expect(change(set)).rejects.toThrow(/never change/)
  await expect(change({ tierConfirmedBy: null })).rejects.toThrow()
  await closePoll(world.ground, table.chair, { pollId })
  await expect(change({ state: 'open' })).rejects.toThrow(/never opened again/)
  await expect(change({ result: '{}' })).rejects.toThrow(/sealed/)
})

test('called off before it opens, with a reason; afterwards no more', async () => {
  const world = await aWorld()
  const table = await aPollingTable(world)
  const { pollId } = await composePoll(world.ground, table.chair, asComposed(table))
  await cancelPoll(world.ground, table.secretary, { pollId, reason: 'Manca una scelta' })
  expect(await showPoll(world.ground, table.chair, { pollId })).toMatchObject({
    state: 'cancelled',
    cancelReason: 'Manca una scelta',
  })
  const open = await anOpenPoll(world, table)
  await expect(
    cancelPoll(world.ground, table.chair, { pollId: open.pollId, reason: 'Troppo tardi' }),
  ).rejects.toMatchObject({ reason: 'poll-not-planned' })
})
