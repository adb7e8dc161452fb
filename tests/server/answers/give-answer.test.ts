import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  answersDue,
  askAnswer,
  giveAnswer,
  isOverdueToTell,
  listAnswers,
  showAnswer,
  tellOverdue,
} from '#server/answers/index.ts'
import { callBallot, closeBallot } from '#server/ballots/index.ts'
import { showHome } from '#server/home/index.ts'
import { reviseProposal, showProposal, withdrawProposal } from '#server/proposals/index.ts'
import { dayAfter, romeDay } from '#server/rome-day.ts'
import { aBallot } from '#tests/support/decisions.ts'
import { aProposal } from '#tests/support/proposals.ts'
import { aWorld, guest } from '#tests/support/world.ts'

const words = 'Accogliamo la proposta e apriamo il fondo entro l’estate.'

async function aTableThatAsks(more: Parameters<Awaited<ReturnType<typeof aWorld>>['consultation']>[0] = {}) {
  const world = await aWorld()
  const consultation = await world.consultation(more)
  const { id: proposalId } = await aProposal(world, consultation, { state: 'approved' })
  const { ground } = world
  const dueOn = dayAfter(romeDay(ground.now()), 30)
  return { world, ground, consultation, proposalId, dueOn, chair: consultation.table.chair }
}

async function anAskedProposal(more: Parameters<typeof aTableThatAsks>[0] = {}) {
  const asked = await aTableThatAsks(more)
  await askAnswer(asked.ground, asked.chair, { proposalId: asked.proposalId, dueOn: asked.dueOn })
  return { ...asked, body: asked.consultation.answering.representative }
}

async function eventsOf({ ground, consultation }: Awaited<ReturnType<typeof aTableThatAsks>>) {
  const rows = await ground.db
    .selectFrom('events')
    .where('streamId', '=', consultation.id)
    .orderBy('seq')
    .select('name')
    .execute()
  return rows.map((row) => row.name)
}

test('the chair asks the body of the consultation, once however often the form is sent', async () => {
  const asks = await aTableThatAsks()
  const { ground, chair, proposalId, dueOn } = asks
  await Promise.all(Array.from({ length: 40 }, () => askAnswer(ground, chair, { proposalId, dueOn })))
  expect(await eventsOf(asks)).toEqual(['answer-asked'])
  await expect(askAnswer(ground, chair, { proposalId, dueOn: dayAfter(dueOn, 1) })).rejects.toMatchObject({
    kind: 'conflict',
    reason: 'answer-already-asked',
  })
})

test('nobody but the chair asks, and only about what was published or approved', async () => {
  const { world, ground, consultation, proposalId, dueOn, chair } = await aTableThatAsks()
  for (const who of [consultation.table.secretary, await world.person()])
    await expect(askAnswer(ground, who, { proposalId, dueOn })).rejects.toMatchObject({
      kind: 'forbidden',
      reason: 'only-for-chair',
    })
  for (const state of ['voting', 'not-approved'] as const) {
    const { id: other } = await aProposal(world, consultation, { state })
    await expect(askAnswer(ground, chair, { proposalId: other, dueOn })).rejects.toMatchObject({
      reason: 'proposal-not-approved',
    })
  }
  const { id: draft } = await aProposal(world, consultation, { state: 'draft' })
  await expect(askAnswer(ground, chair, { proposalId: draft, dueOn })).rejects.toMatchObject({
    kind: 'unseen',
  })
  await expect(askAnswer(ground, chair, { proposalId, dueOn: '2020-01-01' })).rejects.toMatchObject({
    fields: { dueOn: { reason: 'day-is-past' } },
  })
})

test('the body answers, the proposal becomes answered and the consultation hears of it', async () => {
  const asked = await anAskedProposal()
  const { ground, body, proposalId } = asked
  const doneBy = dayAfter(romeDay(ground.now()), 90)
  expect(
    await giveAnswer(ground, body, {
      proposalId,
      outcome: 'accepted',
      text: words,
      measure: 'Un fondo',
      doneBy,
    }),
  ).toEqual({ proposalId, number: 1 })
  expect(await eventsOf(asked)).toEqual(['answer-asked', 'answer-given'])
  const shown = await showAnswer(ground, guest, { proposalId })
  expect(shown.proposal.state).toBe('answered')
  expect(shown.asked?.isSettled).toBe(true)
  expect(shown.answers).toMatchObject([{ number: 1, outcome: 'accepted', doneBy, measure: 'Un fondo' }])
})

test('only the body that was asked may answer', async () => {
  const { world, ground, consultation, proposalId, chair } = await anAskedProposal()
  const member = await world.person()
  await world.joins(member, consultation.answering.id, 'member')
  const otherBody = await world.organisation({ kind: 'public-body' })
  for (const who of [chair, member, otherBody.representative])
    await expect(
      giveAnswer(ground, who, { proposalId, outcome: 'accepted', text: words }),
    ).rejects.toMatchObject({
      kind: 'forbidden',
      reason: 'only-for-answering-body',
    })
})

test('an official of the region answers for its public body, one of another region does not', async () => {
  const { world, ground, proposalId } = await anAskedProposal()
  const [official, elsewhere] = [await world.person(), await world.person()]
  await ground.db
    .insertInto('territoryOfficials')
    .values([
      { personId: official.id, territoryCode: '19' },
      { personId: elsewhere.id, territoryCode: '16' },
    ])
    .execute()
  expect((await answersDue(ground, official, {})).map((due) => due.proposalId)).toContain(proposalId)
  expect((await answersDue(ground, elsewhere, {})).map((due) => due.proposalId)).not.toContain(proposalId)
  const answer = { proposalId, outcome: 'accepted' as const, text: words }
  await expect(giveAnswer(ground, elsewhere, answer)).rejects.toMatchObject({ kind: 'forbidden' })
  await giveAnswer(ground, official, answer)
})

test('an official of the region answers also at the table of a province of it', async () => {
  const world = await aWorld()
  const { ground } = world
  const agrigento = await world.table({ territoryCode: '084' })
  const consultation = await world.consultation({ table: agrigento })
  const { id: proposalId } = await aProposal(world, consultation, { state: 'approved' })
  const dueOn = dayAfter(romeDay(ground.now()), 30)
  await askAnswer(ground, agrigento.chair, { proposalId, dueOn })
  const official = await world.person()
  await ground.db
    .insertInto('territoryOfficials')
    .values({ personId: official.id, territoryCode: '19' })
    .execute()
  expect((await answersDue(ground, official, {})).map((due) => due.proposalId)).toContain(proposalId)
  await giveAnswer(ground, official, { proposalId, outcome: 'accepted', text: words })
})

test('what a body was asked stands: it is neither revised, nor withdrawn, nor voted on', async () => {
  const world = await aWorld()
  const { ground } = world
  const consultation = await world.consultation()
  const { chair } = consultation.table
  const { id: proposalId } = await aProposal(world, consultation)
  const today = romeDay(ground.now())
  await askAnswer(ground, chair, { proposalId, dueOn: dayAfter(today, 30) })
  const written = {
    title: 'Tutt’altro',
    text: 'Tutt’altre parole.',
    ask: 'Tutt’altro',
    addressee: 'Altri enti',
  }
  const at = (day: number) => `${dayAfter(today, day)}T10:00:00.000Z`
  const dates = { opensAt: at(1), closesAt: at(2) }
  for (const change of [
    () =>
      reviseProposal(ground, chair, {
        proposalId,
        expectedVersion: 1,
        language: 'it',
        note: 'Altro',
        ...written,
      }),
    () => withdrawProposal(ground, chair, { proposalId, reason: 'Ci ripensiamo' }),
    () => callBallot(ground, chair, { proposalId, quorum: 50, majority: 'simple', ...dates }),
  ])
    await expect(change()).rejects.toMatchObject({ reason: 'proposal-asked', fields: {} })
  expect(await showProposal(ground, chair, { proposalId })).toMatchObject({
    isAsked: true,
    may: { revise: false, withdraw: false, callBallot: false },
  })
})

test('what is being voted on is not asked, and a vote that ends undoes no answer', async () => {
  const world = await aWorld()
  const { ground } = world
  const { id: ballotId, proposal, chair } = await aBallot(world, { state: 'open' })
  const asked = { proposalId: proposal.id, dueOn: dayAfter(romeDay(ground.now()), 30) }
  // As such proposals stand in databases of before, when both were possible.
  const became = (state: 'published' | 'answered') =>
    ground.db.updateTable('proposals').set({ state }).where('id', '=', proposal.id).execute()
  await became('published')
  await expect(askAnswer(ground, chair, asked)).rejects.toMatchObject({ reason: 'ballot-called' })
  await became('answered')
  await closeBallot(ground, chair, { ballotId })
  expect((await showProposal(ground, guest, { proposalId: proposal.id })).state).toBe('answered')
})

test('nobody is late with a proposal that was withdrawn after it was asked, as it once could be', async () => {
  const { ground, proposalId, body, dueOn } = await anAskedProposal()
  await ground.db.updateTable('proposals').set({ state: 'withdrawn' }).where('id', '=', proposalId).execute()
  ground.setNow(new Date(`${dayAfter(dueOn, 2)}T10:00:00Z`))
  expect((await listAnswers(ground, guest, {})).overdue.map((each) => each.proposalId)).not.toContain(
    proposalId,
  )
  expect(await answersDue(ground, body, {})).toEqual([])
  expect((await showHome(ground, body, {})).duties).toEqual([])
  await tellOverdue(ground)
  const { overdueToldAt } = await ground.db
    .selectFrom('answerRequests')
    .where('proposalId', '=', proposalId)
    .select('overdueToldAt')
    .executeTakeFirstOrThrow()
  expect(overdueToldAt).toBeNull()
})

test('an answer without what its outcome needs is refused at that field', async () => {
  const { ground, body, proposalId, dueOn } = await anAskedProposal()
  const give = (more: object) =>
    giveAnswer(ground, body, { proposalId, text: words, outcome: 'accepted', ...more })
  await expect(give({ outcome: 'declined' })).rejects.toMatchObject({
    fields: { reason: { reason: 'needed' } },
  })
  await expect(give({ outcome: 'studying' })).rejects.toMatchObject({
    fields: { reviewOn: { reason: 'needed' } },
  })
  await expect(give({ outcome: 'studying', reviewOn: '2020-01-01' })).rejects.toMatchObject({
    fields: { reviewOn: { reason: 'day-is-past' } },
  })
  await expect(give({ reviewOn: dueOn })).rejects.toMatchObject({
    fields: { reviewOn: { reason: 'only-when-studying' } },
  })
  await expect(give({ outcome: 'declined', reason: 'no-funds', doneBy: dueOn })).rejects.toMatchObject({
    fields: { doneBy: { reason: 'only-when-accepted' } },
  })
  await expect(give({ text: 'Sì' })).rejects.toMatchObject({ fields: { text: { reason: 'too-short' } } })
  await expect(give({ outcome: 'maybe' })).rejects.toMatchObject({
    fields: { outcome: {} },
  })
})

test('forty answers sent at once with one client id are one answer', async () => {
  const { ground, body, proposalId } = await anAskedProposal()
  const clientId = randomUUID()
  const given = await Promise.all(
    Array.from({ length: 40 }, () =>
      giveAnswer(ground, body, {
        proposalId,
        clientId,
        outcome: 'declined',
        reason: 'no-funds',
        text: words,
      }),
    ),
  )
  expect(new Set(given.map((each) => each.number))).toEqual(new Set([1]))
})

test('a study is followed by another answer, and both remain', async () => {
  const { ground, body, proposalId } = await anAskedProposal()
  const reviewOn = dayAfter(romeDay(ground.now()), 10)
  await giveAnswer(ground, body, { proposalId, outcome: 'studying', text: words, reviewOn })
  expect((await showAnswer(ground, guest, { proposalId })).asked).toMatchObject({
    dueOn: reviewOn,
    isSettled: false,
  })
  await giveAnswer(ground, body, { proposalId, outcome: 'declined', reason: 'no-funds', text: words })
  const { answers, asked } = await showAnswer(ground, guest, { proposalId })
  expect(answers.map((answer) => [answer.number, answer.outcome])).toEqual([
    [2, 'declined'],
    [1, 'studying'],
  ])
  expect(asked?.isSettled).toBe(true)
  await expect(ground.db.updateTable('answers').set({ text: 'changed' }).execute()).rejects.toThrow(
    /append-only/,
  )
})

test('an answer is overdue from the first minute of the day after, in Rome', async () => {
  const asked = await anAskedProposal()
  const { ground, proposalId } = asked
  await ground.db
    .updateTable('answerRequests')
    .set({ dueOn: '2031-06-30' })
    .where('proposalId', '=', proposalId)
    .execute()
  const at = async (moment: string) => {
    ground.setNow(new Date(moment))
    return (await showAnswer(ground, guest, { proposalId })).asked?.daysLate
  }
  expect(await at('2031-06-30T21:59:00Z')).toBe(0)
  expect(await at('2031-06-30T22:01:00Z')).toBe(1)
  const { overdue } = await listAnswers(ground, guest, {})
  expect(overdue.find((each) => each.proposalId === proposalId)?.daysLate).toBe(1)
})

test('that an answer is overdue is told once, however many workers look', async () => {
  const asked = await anAskedProposal()
  const { ground, proposalId, dueOn } = asked
  ground.setNow(new Date(`${dueOn}T12:00:00Z`))
  await tellOverdue(ground)
  expect(await eventsOf(asked)).not.toContain('answer-overdue')
  ground.setNow(new Date(`${dayAfter(dueOn, 1)}T12:00:00Z`))
  expect(await isOverdueToTell(ground)).toBe(true)
  await Promise.all(Array.from({ length: 8 }, () => tellOverdue(ground)))
  expect((await eventsOf(asked)).filter((name) => name === 'answer-overdue')).toHaveLength(1)
  expect(await isOverdueToTell(ground)).toBe(false)
  expect((await showAnswer(ground, guest, { proposalId })).asked?.daysLate).toBe(1)
})

test('what a members-only consultation was answered does not exist for an outsider', async () => {
  const { world, ground, body, proposalId } = await anAskedProposal({ visibility: 'members' })
  await giveAnswer(ground, body, { proposalId, outcome: 'accepted', text: words })
  for (const outsider of [guest, await world.person({ roles: ['coordinator'] })]) {
    await expect(showAnswer(ground, outsider, { proposalId })).rejects.toMatchObject({ kind: 'unseen' })
    const { given } = await listAnswers(ground, outsider, {})
    expect(given.map((each) => each.proposalId)).not.toContain(proposalId)
  }
  const outsider = await world.person()
  await expect(
    giveAnswer(ground, outsider, { proposalId, outcome: 'accepted', text: words }),
  ).rejects.toMatchObject({ kind: 'unseen' })
  expect((await listAnswers(ground, body, {})).given.map((each) => each.proposalId)).toContain(proposalId)
})

test('the list of answers goes on from page to page without losing or doubling one', async () => {
  const { world, ground, consultation, chair, body, dueOn } = await anAskedProposal()
  const mine = new Set<string>()
  for (let count = 0; count < 25; count += 1) {
    const { id: proposalId } = await aProposal(world, consultation, { state: 'approved' })
    await askAnswer(ground, chair, { proposalId, dueOn })
    await giveAnswer(ground, body, { proposalId, outcome: 'accepted', text: words })
    mine.add(proposalId)
  }
  const seen: string[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof listAnswers>> = await listAnswers(
      ground,
      guest,
      after ? { after } : {},
    )
    seen.push(...page.given.map((each) => each.proposalId))
    after = page.older
  } while (after)
  expect(new Set(seen).size).toBe(seen.length)
  expect([...mine].every((each) => seen.includes(each))).toBe(true)
})
