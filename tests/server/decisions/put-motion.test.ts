import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { castVote, closeBallot, closeDueBallots, showBallot } from '#server/ballots/index.ts'
import {
  moveMotion,
  putMotion,
  showDecisions,
  tellTurnouts,
  withdrawMotion,
} from '#server/decisions/index.ts'
import { showProposal } from '#server/proposals/index.ts'
import { eventsOf } from '#tests/support/decisions.ts'
import { aNeed } from '#tests/support/needs.ts'
import { aProposal } from '#tests/support/proposals.ts'
import { aMotion, aDecidingTable, asPut, toldIn, type Deciding } from '#tests/support/deciding.ts'
import { aWorld, guest, type World } from '#tests/support/world.ts'

async function aMoved(world: World, sitting: Deciding, more: object = {}) {
  const { motionId } = await moveMotion(
    world.ground,
    sitting.first.holder,
    aMotion(sitting, sitting.first, more),
  )
  return motionId
}

function seatVotes(
  world: World,
  ballotId: string,
  seat: Deciding['first'],
  choice: 'for' | 'against',
  reason = '',
) {
  return castVote(world.ground, seat.holder, { ballotId, unit: 'seat', seatId: seat.id, choice, reason })
}

test('put to the vote, a motion is a published proposal with its source, and a ballot that is open at once', async () => {
  const world = await aWorld()
  const sitting = await aDecidingTable(world)
  const { chair, meetingId, roomId, consultation, itemId } = sitting
  const need = await aNeed(world, { consultationId: consultation.id })
  await world.ground.db.updateTable('agendaItems').set({ needId: need.id }).where('id', '=', itemId).execute()
  const motionId = await aMoved(world, sitting)
  const { ballotId } = await putMotion(world.ground, chair, asPut(motionId, { quorum: 60, minutes: 15 }))

  const ballot = await showBallot(world.ground, sitting.first.holder, { ballotId })
  expect(ballot).toMatchObject({
    state: 'open',
    quorum: 60,
    majority: 'simple',
    seatsOnRoll: 3,
    meeting: { id: meetingId, roomId },
    proposal: {
      title: 'Che il tavolo chieda una corsa in più la mattina.',
      addressee: 'Assessorato di prova',
    },
    mySeats: [{ seatId: sitting.first.id }],
  })
  expect(ballot.closesAt.getTime() - ballot.opensAt.getTime()).toBe(15 * 60_000)
  expect(await showProposal(world.ground, guest, { proposalId: ballot.proposal.id })).toMatchObject({
    state: 'voting',
    motion: { meetingId, number: 1, organisation: sitting.first.name },
    sources: [{ needId: need.id }],
  })
  const shown = await showDecisions(world.ground, guest, { meetingId })
  expect(shown.vote).toMatchObject({ ballotId, motionId, quorum: 60, seatsOnRoll: 3, seatsNeeded: 2 })
  expect(shown.motions).toMatchObject([{ state: 'put' }])
  expect(shown.decisions).toEqual([])
  expect(await toldIn(world, roomId)).toEqual(['motion-moved', 'vote-opened'])
  expect((await eventsOf(world, consultation.id)).map(({ name }) => name)).toEqual([
    'need-grouped',
    'proposal-published',
    'ballot-opened',
  ])
})

test('a motion on a proposal is a new ballot on that proposal', async () => {
  const world = await aWorld()
  const sitting = await aDecidingTable(world)
  const proposal = await aProposal(world, sitting.consultation)
  const motionId = await aMoved(world, sitting, { proposalId: proposal.id })
  const { ballotId } = await putMotion(world.ground, sitting.chair, asPut(motionId))
  expect((await showBallot(world.ground, guest, { ballotId })).proposal.id).toBe(proposal.id)
  expect((await showProposal(world.ground, guest, { proposalId: proposal.id })).motion).toBeNull()
})

test('without a quorum present nothing is put, and it is said why; one more seat and it is', async () => {
  const world = await aWorld()
  const sitting = await aDecidingTable(world, { seats: 4, present: 1, quorum: 50 })
  const motionId = await aMoved(world, sitting)
  await expect(putMotion(world.ground, sitting.chair, asPut(motionId))).rejects.toMatchObject({
    kind: 'conflict',
    reason: 'no-quorum-present',
  })
  const shown = await showDecisions(world.ground, sitting.chair, { meetingId: sitting.meetingId })
  expect(shown).toMatchObject({ quorum: { present: 1, needed: 2, voting: 4 }, may: { put: false } })
  await sitting.sits(sitting.second)
  await putMotion(world.ground, sitting.chair, asPut(motionId))
})

test('only the chair puts, what was withdrawn is not put, and rules out of bounds are refused', async () => {
  const world = await aWorld()
  const sitting = await aDecidingTable(world)
  const { chair, secretary, moderator, first } = sitting
  const motionId = await aMoved(world, sitting)
  for (const who of [secretary, moderator, first.holder, await world.person()])
    await expect(putMotion(world.ground, who, asPut(motionId))).rejects.toMatchObject({
      kind: 'forbidden',
      reason: 'only-for-chair',
    })
  for (const [field, value, reason] of [
    ['quorum', 101, 'too-big'],
    ['majority', 'most', 'not-in-list'],
    ['minutes', 0, 'too-small'],
    ['minutes', '1e9', 'not-a-number'],
    ['title', 'Corto', 'too-short'],
  ] as const)
    await expect(putMotion(world.ground, chair, asPut(motionId, { [field]: value }))).rejects.toMatchObject({
      fields: { [field]: { reason } },
    })
  await withdrawMotion(world.ground, first.holder, { motionId })
  await expect(putMotion(world.ground, chair, asPut(motionId))).rejects.toMatchObject({
    reason: 'motion-withdrawn',
  })
})

test('of forty puts at once one vote comes; a second motion waits until it is over', async () => {
  const world = await aWorld()
  const sitting = await aDecidingTable(world)
  const { chair } = sitting
  const [one, other] = [await aMoved(world, sitting), await aMoved(world, sitting)]
  const asked = asPut(one)
  const same = await Promise.all(Array.from({ length: 40 }, () => putMotion(world.ground, chair, asked)))
  expect(new Set(same.map(({ ballotId }) => ballotId)).size).toBe(1)
  const rivals = await Promise.allSettled(
    Array.from({ length: 40 }, (_, index) => putMotion(world.ground, chair, asPut(index % 2 ? one : other))),
  )
  for (const rival of rivals)
    expect(rival).toMatchObject({
      status: 'rejected',
      reason: { reason: expect.stringMatching(/^(motion-already-put|another-vote-open)$/) },
    })
  await closeBallot(world.ground, chair, { ballotId: same[0]?.ballotId ?? '' })
  await putMotion(world.ground, chair, asPut(other))
})

test('a motion put to the vote and taken back at the same moment: one of the two stands', async () => {
  const world = await aWorld()
  const sitting = await aDecidingTable(world)
  const motionId = await aMoved(world, sitting)
  const [put, withdrawn] = await Promise.allSettled([
    putMotion(world.ground, sitting.chair, asPut(motionId)),
    withdrawMotion(world.ground, sitting.first.holder, { motionId }),
  ])
  expect([put.status, withdrawn.status].sort()).toEqual(['fulfilled', 'rejected'])
})

test('when it closes, its result and what the minority said are in the record by themselves; it is not put again', async () => {
  const world = await aWorld()
  const sitting = await aDecidingTable(world)
  const { chair, first, second, third, meetingId, roomId } = sitting
  const motionId = await aMoved(world, sitting)
  const { ballotId } = await putMotion(world.ground, chair, asPut(motionId))
  await seatVotes(world, ballotId, first, 'for')
  await seatVotes(world, ballotId, second, 'for')
  await seatVotes(world, ballotId, third, 'against', 'Non ci sono i soldi')
  await closeBallot(world.ground, chair, { ballotId })
  const shown = await showDecisions(world.ground, guest, { meetingId })
  expect(shown.vote).toBeNull()
  expect(shown.decisions).toMatchObject([
    { motionId, vote: { ballotId, outcome: 'approved', seats: { for: 2, against: 1, abstain: 0 } } },
  ])
  expect(await toldIn(world, roomId)).toEqual(['motion-moved', 'vote-opened', 'vote-closed'])
  await expect(putMotion(world.ground, chair, asPut(motionId))).rejects.toMatchObject({
    reason: 'motion-already-put',
  })
  await expect(
    world.ground.db.updateTable('ballots').set({ state: 'open' }).where('id', '=', ballotId).execute(),
  ).rejects.toThrow(/never opened again/)
})

test('its time over, the vote closes by itself; for want of votes it decided nothing and may be put again', async () => {
  const world = await aWorld()
  const sitting = await aDecidingTable(world)
  const { chair, roomId, meetingId } = sitting
  const motionId = await aMoved(world, sitting)
  const first = await putMotion(world.ground, chair, asPut(motionId, { minutes: 5 }))
  world.ground.setNow(new Date(Date.now() + 6 * 60_000))
  await closeDueBallots(world.ground)
  expect(await toldIn(world, roomId)).toContain('vote-closed')
  expect(await showDecisions(world.ground, guest, { meetingId })).toMatchObject({
    decisions: [{ vote: { outcome: 'no-quorum' } }],
  })
  expect((await showDecisions(world.ground, guest, { meetingId })).motions).toMatchObject([
    { state: 'put', mayBePutAgain: true },
  ])
  const again = await putMotion(world.ground, chair, asPut(motionId))
  const [one, other] = [
    await showBallot(world.ground, guest, { ballotId: first.ballotId }),
    await showBallot(world.ground, guest, { ballotId: again.ballotId }),
  ]
  expect(other.proposal.id).toBe(one.proposal.id)
})

test('nothing is put when the consultation is closed, nor after the meeting', async () => {
  const world = await aWorld()
  const sitting = await aDecidingTable(world)
  const motionId = await aMoved(world, sitting)
  await world.ground.db
    .updateTable('consultations')
    .set({ closedAt: new Date() })
    .where('id', '=', sitting.consultation.id)
    .execute()
  await expect(putMotion(world.ground, sitting.chair, asPut(motionId))).rejects.toMatchObject({
    reason: 'consultation-closed',
  })
  await world.ground.db
    .updateTable('meetings')
    .set({ state: 'closed', closedAt: new Date() })
    .where('id', '=', sitting.meetingId)
    .execute()
  await expect(putMotion(world.ground, sitting.chair, asPut(motionId))).rejects.toMatchObject({
    reason: 'meeting-not-open',
  })
})

test('a vote in a members-only meeting is a secret with the meeting', async () => {
  const world = await aWorld()
  const sitting = await aDecidingTable(world, { visibility: 'members' })
  const { ballotId } = await putMotion(world.ground, sitting.chair, asPut(await aMoved(world, sitting)))
  const outsider = await world.person()
  await expect(showBallot(world.ground, outsider, { ballotId })).rejects.toMatchObject({ kind: 'unseen' })
  await expect(showBallot(world.ground, outsider, { ballotId: randomUUID() })).rejects.toMatchObject({
    kind: 'unseen',
  })
})

test('the room is told how many have voted, once for however many votes, and never how', async () => {
  const world = await aWorld()
  const table = await aDecidingTable(world)
  const { meetingId, roomId, first, second } = table
  const { ballotId } = await putMotion(world.ground, table.chair, asPut(await aMoved(world, table)))
  const turnout = async () => (await showDecisions(world.ground, guest, { meetingId })).vote?.turnout
  await seatVotes(world, ballotId, first, 'for')
  await seatVotes(world, ballotId, second, 'against')
  await castVote(world.ground, second.holder, { ballotId, unit: 'person', choice: 'for' })
  expect(await turnout()).toEqual({ seat: 0, person: 0 })
  await Promise.all(Array.from({ length: 40 }, () => tellTurnouts(world.ground)))
  expect(await turnout()).toEqual({ seat: 2, person: 1 })
  await seatVotes(world, ballotId, second, 'for')
  await tellTurnouts(world.ground)
  expect((await toldIn(world, roomId)).filter((name) => name === 'votes-counted')).toHaveLength(1)
})
