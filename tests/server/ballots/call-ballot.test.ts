import { createHash, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  callBallot,
  cancelBallot,
  castVote,
  closeBallot,
  openBallot,
  showBallot,
  showDefinition,
} from '#server/ballots/index.ts'
import { romeClockAt, romeMoment } from '#server/rome-moment.ts'
import { aBallot, eventsOf, minutesFromNow } from '#tests/support/decisions.ts'
import { aProposal } from '#tests/support/proposals.ts'
import { aWorld, guest } from '#tests/support/world.ts'

const rules = () => ({
  quorum: '60',
  majority: 'absolute' as const,
  opensAt: minutesFromNow(60).toISOString(),
  closesAt: minutesFromNow(600).toISOString(),
})

test('the chair calls a ballot: its rules stand before it opens, and its hash can be computed by anyone', async () => {
  const world = await aWorld()
  const consultation = await world.consultation()
  const { chair } = consultation.table
  const proposal = await aProposal(world, consultation)
  const called = await callBallot(world.ground, chair, { ...rules(), proposalId: proposal.id })
  const shown = await showBallot(world.ground, guest, { ballotId: called.ballotId })
  expect(shown).toMatchObject({ state: 'planned', quorum: 60, majority: 'absolute', result: null })
  const { definition, sha256 } = await showDefinition(world.ground, guest, { ballotId: called.ballotId })
  expect(createHash('sha256').update(definition).digest('hex')).toBe(sha256)
  expect(called.definitionHash).toBe(sha256)
  expect(definition).toContain(proposal.question.title)
  expect(await eventsOf(world, consultation.id)).toMatchObject([
    { name: 'ballot-called', aboutId: called.ballotId, body: { proposalId: proposal.id } },
  ])
})

test('dates in the past, an end before the beginning, and nonsense are refused at their fields', async () => {
  const world = await aWorld()
  const consultation = await world.consultation()
  const { chair } = consultation.table
  const proposalId = (await aProposal(world, consultation)).id
  const wrong = (more: Partial<Record<keyof ReturnType<typeof rules>, string>>) =>
    callBallot(world.ground, chair, { ...rules(), ...more, proposalId })
  await expect(wrong({ opensAt: minutesFromNow(-5).toISOString() })).rejects.toMatchObject({
    fields: { opensAt: { reason: 'must-be-later' } },
  })
  await expect(wrong({ closesAt: minutesFromNow(30).toISOString() })).rejects.toMatchObject({
    fields: { closesAt: { reason: 'closes-before-it-opens' } },
  })
  await expect(wrong({ opensAt: 'domani' })).rejects.toMatchObject({
    fields: { opensAt: { reason: 'not-a-day' } },
  })
  await expect(wrong({ quorum: '101' })).rejects.toMatchObject({ fields: { quorum: { reason: 'too-big' } } })
  await expect(wrong({ majority: 'most' })).rejects.toMatchObject({
    fields: { majority: { reason: 'not-in-list' } },
  })
  expect(world.ground.told).toEqual([])
})

test('only the chair calls, and only what is published', async () => {
  const world = await aWorld()
  const consultation = await world.consultation()
  const { chair, secretary } = consultation.table
  const published = await aProposal(world, consultation)
  const draft = await aProposal(world, consultation, { state: 'draft' })
  const call = (who: typeof chair, proposalId: string) =>
    callBallot(world.ground, who, { ...rules(), proposalId })
  await expect(call(secretary, published.id)).rejects.toMatchObject({ reason: 'only-for-chair' })
  await expect(call(await world.person(), published.id)).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(call(await world.person(), draft.id)).rejects.toMatchObject({ kind: 'unseen' })
  await expect(call(chair, draft.id)).rejects.toMatchObject({ reason: 'proposal-not-published' })
})

test('of forty calls at once one ballot comes, and a retry finds it', async () => {
  const world = await aWorld()
  const consultation = await world.consultation()
  const proposalId = (await aProposal(world, consultation)).id
  const clientId = randomUUID()
  const asked = { ...rules(), proposalId, clientId }
  const calls = await Promise.all(
    Array.from({ length: 40 }, () => callBallot(world.ground, consultation.table.chair, asked)),
  )
  expect(new Set(calls.map(({ ballotId }) => ballotId)).size).toBe(1)
  await expect(
    callBallot(world.ground, consultation.table.chair, { ...asked, clientId: randomUUID() }),
  ).rejects.toMatchObject({ reason: 'ballot-called' })
})

test('a ballot called off before it opens leaves its reason, and the proposal can be voted anew', async () => {
  const world = await aWorld()
  const consultation = await world.consultation()
  const { chair, secretary } = consultation.table
  const proposalId = (await aProposal(world, consultation)).id
  const { ballotId } = await callBallot(world.ground, chair, { ...rules(), proposalId })
  await expect(
    cancelBallot(world.ground, secretary, { ballotId, reason: 'Manca un foglio' }),
  ).rejects.toMatchObject({ reason: 'only-for-chair' })
  await cancelBallot(world.ground, chair, { ballotId, reason: 'Manca un foglio' })
  expect(await showBallot(world.ground, guest, { ballotId })).toMatchObject({
    state: 'cancelled',
    cancelReason: 'Manca un foglio',
  })
  const again = await callBallot(world.ground, chair, { ...rules(), proposalId })
  world.ground.setNow(minutesFromNow(61))
  await expect(
    cancelBallot(world.ground, chair, { ballotId: again.ballotId, reason: 'Troppo tardi' }),
  ).rejects.toMatchObject({ reason: 'ballot-not-planned' })
})

test('a decision is voted again only by a ballot that cites the last one on that proposal, and both say so', async () => {
  const world = await aWorld()
  const { ground } = world
  const [wrong, other] = [await aBallot(world), await aBallot(world)]
  const { chair } = wrong
  const call = (more: { correctsId?: string } = {}) =>
    callBallot(ground, chair, { ...rules(), proposalId: wrong.proposal.id, ...more })
  const mayCorrect = async (who: Parameters<typeof showBallot>[1], ballotId: string) =>
    (await showBallot(ground, who, { ballotId })).may.correct
  await expect(call({ correctsId: wrong.id })).rejects.toMatchObject({ reason: 'ballot-called' })
  expect(await mayCorrect(chair, wrong.id)).toBe(false)
  await closeBallot(ground, chair, { ballotId: wrong.id })
  await closeBallot(ground, other.chair, { ballotId: other.id })
  expect([await mayCorrect(chair, wrong.id), await mayCorrect(guest, wrong.id)]).toEqual([true, false])
  const elsewhere = { fields: { correctsId: { reason: 'not-to-be-corrected' } } }
  await expect(call({ correctsId: other.id })).rejects.toMatchObject(elsewhere)

  const first = await call({ correctsId: wrong.id })
  expect(await showBallot(ground, guest, { ballotId: first.ballotId })).toMatchObject({
    correctsId: wrong.id,
    correctedBy: null,
  })
  const shown = await showBallot(ground, chair, { ballotId: wrong.id })
  expect(shown).toMatchObject({ state: 'closed', correctedBy: first.ballotId, may: { correct: false } })
  await openBallot(ground, chair, { ballotId: first.ballotId })
  await closeBallot(ground, chair, { ballotId: first.ballotId })
  await expect(call({ correctsId: wrong.id }), 'not the last any more').rejects.toMatchObject(elsewhere)
})

test('a proposal that was voted down is not voted again without citing that vote', async () => {
  const world = await aWorld()
  const { ground } = world
  const { id: ballotId, chair, proposal, seats } = await aBallot(world, { seats: 1 })
  for (const { id: seatId, holder } of seats)
    await castVote(ground, holder, { ballotId, unit: 'seat', seatId, choice: 'against' })
  await closeBallot(ground, chair, { ballotId })
  const asked = { ...rules(), proposalId: proposal.id }
  await expect(callBallot(ground, chair, asked)).rejects.toMatchObject({ reason: 'proposal-not-published' })
  const { ballotId: next } = await callBallot(ground, chair, { ...asked, correctsId: ballotId })
  expect(await showBallot(ground, guest, { ballotId: next })).toMatchObject({ state: 'planned' })
})

test('what a ballot asks cannot be changed even by hand', async () => {
  const world = await aWorld()
  const consultation = await world.consultation()
  const proposalId = (await aProposal(world, consultation)).id
  const { ballotId } = await callBallot(world.ground, consultation.table.chair, { ...rules(), proposalId })
  for (const change of [{ quorum: 1 }, { closesAt: minutesFromNow(9999) }, { definitionHash: 'x' }])
    await expect(
      world.ground.db.updateTable('ballots').set(change).where('id', '=', ballotId).execute(),
    ).rejects.toThrow(/never change/)
})

test('an hour typed in a form is an hour on the clocks of Italy, in summer and in winter', () => {
  expect(romeMoment('2026-01-15T18:00').toISOString()).toBe('2026-01-15T17:00:00.000Z')
  expect(romeMoment('2026-07-15T18:00').toISOString()).toBe('2026-07-15T16:00:00.000Z')
  expect(romeMoment('2026-03-29T01:30').toISOString()).toBe('2026-03-29T00:30:00.000Z')
  expect(romeMoment('2026-03-29T03:30').toISOString()).toBe('2026-03-29T01:30:00.000Z')
  expect(romeClockAt(new Date('2026-07-15T16:00:00Z'))).toBe('2026-07-15T18:00')
})
