import { expect, test } from 'vitest'
import {
  closePoll,
  composePoll,
  listPollsOn,
  readDecided,
  showComposing,
  showPoll,
  showPollDefinition,
} from '#server/polls/index.ts'
import { previewBrief } from '#server/briefs/index.ts'
import { aPollingTable, anOpenPoll, asComposed } from '#tests/support/polls.ts'
import { aProposal } from '#tests/support/proposals.ts'
import { aWorld, guest, type World } from '#tests/support/world.ts'

async function aTableWithProposals(world: World) {
  const table = await aPollingTable(world, { visibility: 'public' })
  const proposal = (title: string, more: { state?: 'draft' } = {}) =>
    aProposal(world, table.consultation, { title, ...more })
  const bus = await proposal('Una corsa in più')
  const beds = await proposal('Letti per la stagione')
  const draft = await proposal('Ancora da scrivere', { state: 'draft' })
  const elsewhere = await aProposal(world, await world.consultation(), { title: 'Di un altro tavolo' })
  return { table, bus, beds, draft, elsewhere }
}

test('proposals are options beside those that were written; each keeps its link, and the definition commits to it', async () => {
  const world = await aWorld()
  const { table, bus } = await aTableWithProposals(world)
  const { pollId } = await composePoll(
    world.ground,
    table.chair,
    asComposed(table, { option: ['Nessuna delle due'], proposal: [bus.id] }),
  )
  const { options } = await showPoll(world.ground, table.chair, { pollId })
  expect(options).toMatchObject([{ title: 'Nessuna delle due' }, { proposalId: bus.id, cost: null }])
  const { definition } = await showPollDefinition(world.ground, table.chair, { pollId })
  expect(definition).toContain(bus.id)
})

test('only published proposals of the same consultation; in a budget those with a cost; one where the question is answered', async () => {
  const world = await aWorld()
  const { table, bus, beds, draft, elsewhere } = await aTableWithProposals(world)
  const compose = (more: Record<string, unknown>) =>
    composePoll(world.ground, table.chair, asComposed(table, more))
  for (const other of [draft, elsewhere])
    await expect(compose({ proposal: [other.id] })).rejects.toMatchObject({
      fields: { proposal: { reason: 'not-in-list' } },
    })
  await expect(compose({ kind: 'consent', option: [], proposal: [bus.id, beds.id] })).rejects.toMatchObject({
    fields: { proposal: { reason: 'one-proposal-here' } },
  })
  const { pollId } = await compose({
    kind: 'greedy',
    option: ['Altro'],
    cost: ['5'],
    proposal: [bus.id, beds.id],
    proposalCost: ['', '7'],
    budget: '20',
  })
  const { options } = await showPoll(world.ground, table.chair, { pollId })
  expect(options).toMatchObject([{ cost: 5 }, { cost: 7, proposalId: beds.id }])
  const { proposals } = await showComposing(world.ground, table.chair, {
    consultationId: table.consultation.id,
  })
  expect(proposals.map(({ id }) => id)).toEqual([bus.id, beds.id])
  await expect(
    showComposing(world.ground, await world.person(), { consultationId: table.consultation.id }),
  ).rejects.toMatchObject({ kind: 'forbidden' })
})

test('the proposal tells in which polls it was and what came of it; members-only ones stay inside', async () => {
  const world = await aWorld()
  const { table, bus, beds } = await aTableWithProposals(world)
  const [seat] = table.seats
  if (!seat) throw new Error('no seat')
  const asOptions = await anOpenPoll(world, table, { option: [], proposal: [bus.id, beds.id] })
  await asOptions.cast(seat.holder, { unit: 'seat', electorId: seat.id, chosen: ['0'] })
  const about = await anOpenPoll(world, table, { kind: 'consent', option: [], proposal: [bus.id] })
  await about.cast(seat.holder, { unit: 'seat', electorId: seat.id, choice: 'object', reason: 'Costa' })
  const told = async (proposal: { id: string }) =>
    (await listPollsOn(world.ground, guest, { proposalId: proposal.id })).map(({ id, came }) => [
      id,
      came[0]?.of,
    ])
  expect(await told(beds)).toEqual([[asOptions.pollId, undefined]])
  for (const { pollId } of [asOptions, about]) await closePoll(world.ground, table.chair, { pollId })
  expect(new Map((await told(bus)) as [string, string][])).toEqual(
    new Map([
      [asOptions.pollId, 'chosen'],
      [about.pollId, 'not-adopted'],
    ]),
  )
  expect(await told(beds)).toEqual([[asOptions.pollId, 'not-chosen']])
  await world.ground.db
    .updateTable('consultations')
    .set({ visibility: 'members' })
    .where('id', '=', table.consultation.id)
    .execute()
  expect(await told(beds)).toEqual([])
})

test('a proposal that a poll is about becomes what the poll decided, and stays as it was where too few voted or nothing was to be decided', async () => {
  const world = await aWorld()
  const table = await aPollingTable(world, { seats: 2, people: 1 })
  const [a, b] = table.seats
  const [one] = table.people
  if (!a || !b || !one) throw new Error('nobody')
  const { db } = world.ground
  const stateOf = async (id: string) =>
    (await db.selectFrom('proposals').where('id', '=', id).select('state').executeTakeFirstOrThrow()).state
  const voted = async (more: Record<string, unknown>, answers: readonly (string | null)[]) => {
    const { id } = await aProposal(world, table.consultation, { state: 'published' })
    const { pollId, cast } = await anOpenPoll(world, table, {
      kind: 'favour',
      option: [],
      proposal: [id],
      ...more,
    })
    const open = await stateOf(id)
    for (const [n, choice] of answers.entries()) {
      const seat = table.seats[n]
      if (choice && seat) await cast(seat.holder, { unit: 'seat', electorId: seat.id, choice, reason: 'Sì' })
      else if (choice) await cast(one, { unit: 'person', choice })
    }
    await closePoll(world.ground, table.chair, { pollId })
    return [open, await stateOf(id)]
  }
  expect(await voted({}, ['for', 'for'])).toEqual(['voting', 'approved'])
  expect(await voted({}, ['for', 'against'])).toEqual(['voting', 'not-approved'])
  expect(await voted({ kind: 'consent' }, ['agree', 'object'])).toEqual(['voting', 'not-approved'])
  expect(await voted({ quorum: '100' }, ['for', null])).toEqual(['voting', 'published'])
  expect(await voted({ electors: 'both' }, ['for', 'for', 'against'])).toEqual(['voting', 'not-approved'])
  expect(await voted({ kind: 'gradients' }, ['step-1', 'step-1'])).toEqual(['published', 'published'])
})

const mixed = (n: number) => (n % 3 ? 'for' : 'against')

test('a brief tells what the polls decided, and no figure that would tell of single voters', async () => {
  const world = await aWorld()
  const { ground } = world
  const table = await aPollingTable(world, { people: 12, visibility: 'public' })
  const decided = async (more: Record<string, unknown>, voters: number, choice: (n: number) => string) => {
    const { pollId, cast } = await anOpenPoll(world, table, {
      electors: 'persons',
      kind: 'favour',
      option: [],
      ...more,
    })
    for (const [n, one] of table.people.slice(0, voters).entries())
      await cast(one, { unit: 'person', choice: choice(n), reason: 'Perché sì' })
    await closePoll(ground, table.chair, { pollId })
    const all = await readDecided(ground.db, table.consultation.id)
    return all.find(({ id }) => id === pollId)
  }
  const shown = await decided({ tier: 'confidential' }, 12, mixed)
  expect(shown?.units).toMatchObject([
    {
      outcome: 'adopted',
      turnout: { ballots: 12 },
      figures: [
        { name: 'for', isAnswer: true, votes: 8 },
        { name: 'against', votes: 4 },
        { name: 'abstain', votes: 0 },
      ],
    },
  ])
  expect((await decided({ tier: 'confidential' }, 9, mixed))?.units).toEqual([
    { unit: 'person', outcome: 'adopted', winners: [], shown: 'too-few', turnout: null, figures: [] },
  ])
  expect((await decided({ tier: 'confidential' }, 12, () => 'for'))?.units).toEqual([
    { unit: 'person', outcome: 'adopted', winners: [], shown: 'nearly-all', turnout: null, figures: [] },
  ])
  const ranked = await anOpenPoll(world, table, { kind: 'irv', electors: 'seats' })
  for (const seat of table.seats)
    await ranked.cast(seat.holder, { unit: 'seat', electorId: seat.id, ranks: ['2', '1', '3'] })
  await closePoll(ground, table.chair, { pollId: ranked.pollId })
  const { content } = await previewBrief(ground, table.chair, { consultationId: table.consultation.id })
  expect(content.polls).toHaveLength(4)
  expect(content.polls?.find(({ id }) => id === ranked.pollId)?.units).toMatchObject([
    { winners: ['Catania'], counted: { method: 'irv', rounds: [{ elected: ['Catania'] }] } },
  ])
  expect(JSON.stringify(content.polls)).not.toContain('Perché')
})
