import { createHash, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { canonical } from '#server/canonical.ts'
import { moveMotion, putMotion, takeUpMessage } from '#server/decisions/index.ts'
import type { Person } from '#server/ground.ts'
import {
  approveMinutes,
  askCorrection,
  settleCorrection,
  showMinutes,
  showMinutesBytes,
} from '#server/minutes/index.ts'
import { listNotices } from '#server/notices/index.ts'
import { postMessage, withdrawMessage } from '#server/rooms/index.ts'
import { aDecidingTable, aMotion, asPut } from '#tests/support/deciding.ts'
import { aCorrection, aHeldMeeting, closes, meetsAgain } from '#tests/support/held-meeting.ts'
import { tellOfMeeting } from '#tests/support/telling.ts'
import { aWorld, guest } from '#tests/support/world.ts'

test('a later meeting approves them: they are numbered, sealed and the same for ever', async () => {
  const world = await aWorld()
  const sitting = await aDecidingTable(world)
  const { meetingId, roomId, first, second, chair } = sitting
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a room's message, not a window's
  const { id: messageId } = await postMessage(world.ground, first.holder, {
    roomId,
    text: 'Parole dette.',
    language: 'it',
    clientId: randomUUID(),
  })
  await takeUpMessage(world.ground, chair, { meetingId, messageId })
  await closes(world, meetingId, 1)
  const { correctionId } = await askCorrection(world.ground, second.holder, aCorrection(sitting, second))
  await settleCorrection(world.ground, chair, { correctionId, isAccepted: 'yes', reason: 'È così.' })
  await world.ground.db
    .updateTable('meetings')
    .set({ openedAt: new Date(Date.now() - 9 * 86_400_000), closedAt: new Date(Date.now() - 8 * 86_400_000) })
    .where('id', '=', meetingId)
    .execute()
  const inMeetingId = await meetsAgain(world, sitting)
  expect(await showMinutes(world.ground, chair, { meetingId })).toMatchObject({
    state: 'waiting',
    may: { approveIn: { id: inMeetingId } },
  })

  const approved = await approveMinutes(world.ground, chair, { meetingId, inMeetingId })
  const shown = await showMinutes(world.ground, guest, { meetingId })
  expect(shown).toMatchObject({
    state: 'approved',
    sha256: approved.sha256,
    content: {
      number: 1,
      year: approved.year,
      items: [{ statements: [{ text: 'Parole dette.' }] }],
      corrections: [{ isAccepted: true, reason: { text: 'È così.', language: 'it' } }],
    },
  })
  const bytes = await showMinutesBytes(world.ground, guest, { meetingId })
  expect(createHash('sha256').update(bytes.canonical).digest('hex')).toBe(approved.sha256)
  expect(canonical(JSON.parse(bytes.canonical))).toBe(bytes.canonical)
  expect(JSON.parse(bytes.canonical)).toEqual(shown.content)

  await withdrawMessage(world.ground, first.holder, { messageId })
  expect((await showMinutes(world.ground, guest, { meetingId })).content).toEqual(shown.content)
  for (const changed of [{ canonical: '{}' }, { number: 9 }, { sha256: 'x' }])
    await expect(
      world.ground.db.updateTable('minutes').set(changed).where('meetingId', '=', meetingId).execute(),
    ).rejects.toThrow(/append-only/)
  await expect(
    world.ground.db.deleteFrom('minutes').where('meetingId', '=', meetingId).execute(),
  ).rejects.toThrow(/append-only/)
  await expect(askCorrection(world.ground, first.holder, aCorrection(sitting, first))).rejects.toMatchObject({
    reason: 'minutes-approved',
  })
  expect((await showMinutes(world.ground, guest, { meetingId: inMeetingId })).content.approved).toEqual([
    { number: 1, year: approved.year, meetingNumber: 1 },
  ])
})

test('not before the seven days are over, with a correction unanswered or a vote uncounted', async () => {
  const world = await aWorld()
  const held = await aHeldMeeting(world, { daysAgo: 6 })
  const { meetingId, chair, first } = held
  const { correctionId } = await askCorrection(world.ground, first.holder, aCorrection(held, first))
  const inMeetingId = await meetsAgain(world, held)
  const approve = () => approveMinutes(world.ground, chair, { meetingId, inMeetingId })
  await expect(approve()).rejects.toMatchObject({ kind: 'conflict', reason: 'corrections-still-open' })
  await closes(world, meetingId, 8)
  await expect(approve()).rejects.toMatchObject({ kind: 'conflict', reason: 'corrections-not-settled' })
  await settleCorrection(world.ground, chair, { correctionId, isAccepted: 'no', reason: 'Non risulta.' })
  await approve()

  const other = await aDecidingTable(world)
  const { motionId } = await moveMotion(world.ground, other.first.holder, aMotion(other, other.first))
  await putMotion(world.ground, other.chair, asPut(motionId, { minutes: 30 }))
  await closes(world, other.meetingId, 8)
  await expect(
    approveMinutes(world.ground, other.chair, {
      meetingId: other.meetingId,
      inMeetingId: await meetsAgain(world, other),
    }),
  ).rejects.toMatchObject({ kind: 'conflict', reason: 'vote-not-counted' })
})

test('by the chair alone, in an open and quorate later meeting of the same table', async () => {
  const world = await aWorld()
  const held = await aHeldMeeting(world, { daysAgo: 8 })
  const { meetingId, chair, secretary, first } = held
  const approve = (who: Person, inMeetingId: string) =>
    approveMinutes(world.ground, who, { meetingId, inMeetingId })
  await expect(approve(chair, meetingId)).rejects.toMatchObject({
    fields: { inMeetingId: { reason: 'not-a-later-meeting' } },
  })
  const elsewhere = await aDecidingTable(world)
  await expect(approve(chair, elsewhere.meetingId)).rejects.toMatchObject({
    fields: { inMeetingId: { reason: 'not-a-later-meeting' } },
  })
  const called = await world.meeting({ consultation: held.consultation, state: 'called' })
  await expect(approve(chair, called.id)).rejects.toMatchObject({
    fields: { inMeetingId: { reason: 'not-a-later-meeting' } },
  })
  const empty = await meetsAgain(world, held, 1)
  await expect(approve(chair, empty)).rejects.toMatchObject({ kind: 'conflict', reason: 'no-quorum-present' })
  await world.ground.db
    .updateTable('meetings')
    .set({ state: 'closed', closedAt: new Date() })
    .where('id', '=', empty)
    .execute()
  await expect(approve(chair, empty)).rejects.toMatchObject({ kind: 'conflict', reason: 'meeting-not-open' })
  const later = await meetsAgain(world, held)
  for (const who of [secretary, first.holder, await world.person()])
    await expect(approve(who, later)).rejects.toMatchObject({ kind: 'forbidden', reason: 'only-for-chair' })
  await expect(approve(chair, randomUUID())).rejects.toMatchObject({ kind: 'unseen' })
  await approve(chair, later)
})

test('forty approvals at once give one number; the minutes of a table are numbered by year without a gap', async () => {
  const world = await aWorld()
  const first = await aHeldMeeting(world, { daysAgo: 8 })
  const { chair, consultation } = first
  const others = []
  for (let count = 0; count < 4; count++) {
    const { id } = await world.meeting({ consultation, state: 'closed' })
    await closes(world, id, 8)
    others.push(id)
  }
  const inMeetingId = await meetsAgain(world, first)
  const same = await Promise.all(
    Array.from({ length: 40 }, () =>
      approveMinutes(world.ground, chair, { meetingId: first.meetingId, inMeetingId }),
    ),
  )
  expect(new Set(same.map(({ number, sha256 }) => `${number} ${sha256}`)).size).toBe(1)
  const rest = await Promise.all(
    others.map((meetingId) => approveMinutes(world.ground, chair, { meetingId, inMeetingId })),
  )
  const numbered = [same[0]?.number ?? 0, ...rest.map(({ number }) => number)]
  expect(numbered.sort((one, other) => one - other)).toEqual([1, 2, 3, 4, 5])
  expect((await showMinutes(world.ground, guest, { meetingId: inMeetingId })).content.approved).toHaveLength(
    5,
  )
})

test('the seats are told that the minutes are approved; a draft has no bytes', async () => {
  const world = await aWorld()
  const held = await aHeldMeeting(world, { daysAgo: 8 })
  const { meetingId, chair, first } = held
  await expect(showMinutesBytes(world.ground, guest, { meetingId })).rejects.toMatchObject({
    kind: 'unseen',
    reason: 'minutes',
  })
  await approveMinutes(world.ground, chair, { meetingId, inMeetingId: await meetsAgain(world, held) })
  await tellOfMeeting(world.ground, meetingId)
  expect((await listNotices(world.ground, first.holder, {})).notices).toMatchObject([
    {
      text: 'Il verbale della seduta è approvato e non cambia più.',
      path: `/meetings/${meetingId}/minutes`,
    },
  ])
})

test('minutes of a members-only meeting are named in no public ones, and seen by nobody outside', async () => {
  const world = await aWorld()
  const held = await aHeldMeeting(world, { daysAgo: 8, visibility: 'members' })
  const { meetingId, chair, seats } = held
  const open = await world.consultation({ table: held.consultation.table })
  const inMeetingId = await meetsAgain(world, { ...held, consultation: open, seats })
  await approveMinutes(world.ground, chair, { meetingId, inMeetingId })
  expect((await showMinutes(world.ground, guest, { meetingId: inMeetingId })).content.approved).toEqual([])
  for (const act of [showMinutes, showMinutesBytes])
    await expect(act(world.ground, guest, { meetingId })).rejects.toMatchObject({
      kind: 'unseen',
      reason: 'minutes',
    })
  expect((await showMinutes(world.ground, held.first.holder, { meetingId })).content.number).toBe(1)
})
