import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Person } from '#server/ground.ts'
import { hide, report, showCase, showLog } from '#server/moderation/index.ts'
import { listNotices, tellStream } from '#server/notices/index.ts'
import {
  approveMessage,
  editMessage,
  eventsSince,
  listOwnWaiting,
  refuseMessage,
  setHold,
  showKeeping,
  showKept,
  showOwnMessage,
  showRoom,
  withdrawMessage,
} from '#server/rooms/index.ts'
import { readSheet } from '#server/sheets/index.ts'
import { aTalk, note, outcomes } from '#tests/support/talk.ts'
import { aWorld, guest } from '#tests/support/world.ts'

const refusal = { reason: 'off-topic' as const, note: 'Qui si parla di case.' }

async function aHeldTalk(given: Parameters<typeof aTalk>[1] = {}) {
  const world = await aWorld()
  const talk = await aTalk(world, given)
  await setHold(world.ground, talk.chair, { roomId: talk.roomId, hold: 'on', note })
  world.ground.told.length = 0
  return { world, ground: world.ground, ...talk }
}

test('a message waits: its author and the moderators read it, and for everybody else it is not there', async () => {
  const { world, ground, says, ana, moderator, chair, roomId } = await aHeldTalk()
  const { id, seq, rootId } = await says(ana, 'CANARINO aspetta')
  expect([seq, rootId]).toEqual([null, null])
  const reader = await world.person()
  for (const who of [guest, reader, chair, ana]) {
    const answers = [
      (await showRoom(ground, who, { roomId })).messages,
      await eventsSince(ground, who, { roomId, after: 0 }),
      await readSheet(ground, who, roomId, ['talk']),
    ]
    expect(JSON.stringify(answers)).not.toMatch(new RegExp(`CANARINO|${id}`))
  }
  expect((await readSheet(ground, guest, roomId, ['talk']))?.parts.talk).toMatchObject({
    isHeld: true,
    waiting: 1,
  })
  const subject = { kind: 'message' as const, subjectId: id }
  for (const tried of [
    () => report(ground, reader, { ...subject, reason: 'spam' }),
    () => showOwnMessage(ground, reader, { messageId: id }),
    () => approveMessage(ground, reader, { messageId: id }),
    () => refuseMessage(ground, chair, { messageId: id, ...refusal }),
    () => showKept(ground, chair, { messageId: id }),
    () => says(reader, 'rispondo', { replyTo: id }),
  ])
    await expect(tried()).rejects.toMatchObject({
      reason: expect.stringMatching(/^(message|reply-gone)$/) as string,
    })
  expect((await showRoom(ground, ana, { roomId })).waiting).toMatchObject([
    { id, text: 'CANARINO aspetta', state: 'held', refusedFor: null },
  ])
  expect((await showRoom(ground, reader, { roomId })).waiting).toEqual([])
  expect((await showKeeping(ground, moderator, { roomId })).held).toMatchObject([{ id, name: 'Ana' }])
  expect((await showKeeping(ground, chair, { roomId })).held).toEqual([])
  expect(await showCase(ground, moderator, subject)).toMatchObject({ isWaiting: true })
  await expect(hide(ground, moderator, { ...subject, reason: 'spam', note })).rejects.toMatchObject({
    reason: 'message-held',
  })
})

test('what is let in takes the place of the moment when it is', async () => {
  const { ground, says, ana, moderator, chair, roomId } = await aHeldTalk()
  const first = await says(ana, 'prima')
  const second = await says(ana, 'seconda')
  await says(chair, 'non aspetta')
  await approveMessage(ground, moderator, { messageId: second.id })
  await approveMessage(ground, moderator, { messageId: first.id })
  const { messages, waiting } = await showRoom(ground, ana, { roomId })
  expect(messages.map(({ text }) => text)).toEqual(['non aspetta', 'seconda', 'prima'])
  expect(messages.map(({ seq }) => seq).toSorted((a, b) => a - b)).toEqual(messages.map(({ seq }) => seq))
  expect(waiting).toEqual([])
  const { events } = await eventsSince(ground, guest, { roomId, after: 0 })
  expect(events.map(({ name, message }) => [name, message?.text])).toEqual([
    ['other', undefined],
    ['message-held', 'prima'],
    ['message-held', 'seconda'],
    ['message-posted', 'non aspetta'],
    ['message-approved', 'seconda'],
    ['message-approved', 'prima'],
  ])
})

test('two who decide at once: one decision stands, and the other is told so', async () => {
  const { ground, says, ana, moderator, roomId } = await aHeldTalk()
  const { id: messageId } = await says(ana)
  ground.told.length = 0
  const { done, reasons } = outcomes(
    await Promise.allSettled(
      Array.from({ length: 40 }, (_, n): Promise<unknown> =>
        n % 2 === 0
          ? approveMessage(ground, moderator, { messageId })
          : refuseMessage(ground, moderator, { messageId, ...refusal }),
      ),
    ),
  )
  expect(done).toHaveLength(1)
  expect(new Set(reasons)).toEqual(new Set(['not-waiting']))
  expect(ground.told).toHaveLength(1)
  const { messages } = await showRoom(ground, guest, { roomId })
  const { waiting } = await listOwnWaiting(ground, ana, { roomId })
  expect(messages.length + waiting.length).toBe(1)
})

test('who is refused reads why, in their own language, and nobody else hears of it', async () => {
  const { world, ground, says, moderator, roomId } = await aHeldTalk()
  const amal = await world.person({ name: 'Amal', language: 'ar' })
  const { id: messageId } = await says(amal, 'CANARINO rifiutato')
  await refuseMessage(ground, moderator, { messageId, ...refusal })
  await tellStream(ground, roomId)
  const { notices } = await listNotices(ground, amal, {})
  expect(notices).toMatchObject([{ path: `/messages/${messageId}` }])
  expect(notices[0]?.text).toMatch(/لم تدخل إحدى رسائلك إلى الغرفة.*خارج الموضوع/)
  expect(await showOwnMessage(ground, amal, { messageId })).toMatchObject({
    state: 'refused',
    because: refusal,
  })
  expect((await listOwnWaiting(ground, amal, { roomId })).waiting).toMatchObject([
    { state: 'refused', refusedFor: refusal },
  ])
  const event = await ground.db
    .selectFrom('events')
    .where('aboutId', '=', messageId)
    .where('name', '=', 'message-refused')
    .select('body')
    .executeTakeFirstOrThrow()
  expect(event.body).toEqual({ reason: 'off-topic' })
  const reader = await world.person()
  for (const who of [guest, reader])
    expect(
      JSON.stringify([
        await showRoom(ground, who, { roomId }),
        await eventsSince(ground, who, { roomId, after: 0 }),
      ]),
    ).not.toMatch(new RegExp(`CANARINO|${messageId}`))
  await withdrawMessage(ground, amal, { messageId })
  expect((await listOwnWaiting(ground, amal, { roomId })).waiting).toEqual([])
  expect((await showLog(ground, moderator, {})).entries[0]).toMatchObject({ act: 'refuse', ...refusal })
})

test('one’s own message that waits is taken back, not changed; and nobody lets in their own', async () => {
  const { ground, says, ana, moderator, roomId, table } = await aHeldTalk()
  const { id: messageId } = await says(ana)
  await expect(editMessage(ground, ana, { messageId, text: 'altro' })).rejects.toMatchObject({
    reason: 'message-held',
  })
  await withdrawMessage(ground, ana, { messageId })
  await expect(approveMessage(ground, moderator, { messageId })).rejects.toMatchObject({
    reason: 'not-waiting',
  })
  const { id: later } = await says(ana)
  await ground.db
    .insertInto('tableOfficers')
    .values({ tableId: table.id, personId: ana.id, office: 'moderator' })
    .execute()
  for (const tried of [
    () => approveMessage(ground, ana, { messageId: later }),
    () => refuseMessage(ground, ana, { messageId: later, ...refusal }),
  ])
    await expect(tried()).rejects.toMatchObject({ reason: 'own-content' })
  expect((await showKeeping(ground, ana, { roomId })).held).toMatchObject([{ isOwn: true }])
})

test('a retry over the end of the hold is still the first message', async () => {
  const { ground, says, ana, chair, roomId } = await aHeldTalk()
  const clientId = randomUUID()
  const sent = await Promise.all([
    ...Array.from({ length: 20 }, () => says(ana, 'una volta', { clientId })),
    setHold(ground, chair, { roomId, hold: 'off' }),
    ...Array.from({ length: 20 }, () => says(ana, 'una volta', { clientId })),
  ])
  const ids = sent.flatMap((each) => ('id' in each ? [each.id] : []))
  expect(new Set(ids).size).toBe(1)
  const rows = await ground.db.selectFrom('messages').where('roomId', '=', roomId).selectAll().execute()
  expect(rows).toHaveLength(1)
})

test('holding is for the chair and the moderators, with a reason; the empty reason and outsiders are refused', async () => {
  const world = await aWorld()
  const { ground } = world
  const { roomId, ana, secretary, chair } = await aTalk(world)
  const tries: [Person, object, object][] = [
    [ana, { roomId, hold: 'on', note }, { reason: 'only-for-chair-or-moderator' }],
    [secretary, { roomId, hold: 'on', note }, { reason: 'only-for-chair-or-moderator' }],
    [chair, { roomId, hold: 'on' }, { fields: { note: { reason: 'needed' } } }],
    [chair, { roomId, hold: 'on', note: 'x' }, { fields: { note: { reason: 'too-short' } } }],
    [chair, { roomId, hold: 'maybe', note }, { fields: { hold: {} } }],
    [chair, { roomId: randomUUID(), hold: 'on', note }, { kind: 'unseen', reason: 'room' }],
  ]
  for (const [who, asked, expected] of tries)
    await expect(setHold(ground, who, asked as never)).rejects.toMatchObject(expected)
  await expect(showKeeping(ground, ana, { roomId })).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(showKeeping(ground, guest, { roomId })).rejects.toMatchObject({ reason: 'sign-in-first' })
  expect(ground.told).toEqual([])
})

test('what waits when the room closes is refused or left, and not let in any more', async () => {
  const { ground, says, ana, moderator, consultationId } = await aHeldTalk()
  const { id: messageId } = await says(ana)
  await ground.db
    .updateTable('consultations')
    .set({ closedAt: new Date() })
    .where('id', '=', consultationId)
    .execute()
  await expect(approveMessage(ground, moderator, { messageId })).rejects.toMatchObject({
    reason: 'room-closed',
  })
  await refuseMessage(ground, moderator, { messageId, ...refusal })
})
