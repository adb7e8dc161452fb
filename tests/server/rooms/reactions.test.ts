import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { hide } from '#server/moderation/index.ts'
import {
  eventShown,
  eventsSince,
  listDeliveries,
  putReaction,
  setHold,
  showMessage,
  showRoom,
  takeBackReaction,
} from '#server/rooms/index.ts'
import { aTalk, note } from '#tests/support/talk.ts'
import { aWorld, guest } from '#tests/support/world.ts'

test('one of each kind and person: put twice it is one, taken back it is none', async () => {
  const world = await aWorld()
  const { ground, person } = world
  const { roomId, says, ana } = await aTalk(world)
  const { id: messageId } = await says(ana)
  const bruno = await person({ name: 'Bruno' })
  ground.told.length = 0
  await putReaction(ground, ana, { messageId, kind: 'agree' })
  await putReaction(ground, ana, { messageId, kind: 'agree' })
  await putReaction(ground, bruno, { messageId, kind: 'agree' })
  expect(await putReaction(ground, bruno, { messageId, kind: 'idea' })).toMatchObject({
    roomId,
    counts: { agree: 2, idea: 1 },
    mine: ['agree', 'idea'],
  })
  expect(ground.told.map(({ seq }) => seq)).toEqual([2, 3, 4])
  await takeBackReaction(ground, ana, { messageId, kind: 'agree' })
  await takeBackReaction(ground, ana, { messageId, kind: 'agree' })
  expect(ground.told.map(({ seq }) => seq)).toEqual([2, 3, 4, 5])
  const room = await showRoom(ground, bruno, { roomId })
  expect(room.messages[0]?.reactions).toEqual({ agree: 1, idea: 1 })
  expect(room.mine).toEqual({ [messageId]: ['agree', 'idea'] })
  expect((await showRoom(ground, ana, { roomId })).mine).toEqual({})
  expect((await showMessage(ground, bruno, { messageId })).mine).toEqual(['agree', 'idea'])
})

test('forty of one person at once are one, forty of forty are forty', async () => {
  const world = await aWorld()
  const { ground, person } = world
  const { roomId, says, ana } = await aTalk(world)
  const { id: messageId } = await says(ana)
  await Promise.all(Array.from({ length: 40 }, () => putReaction(ground, ana, { messageId, kind: 'thanks' })))
  const { messages, seq } = await showRoom(ground, guest, { roomId })
  expect([messages[0]?.reactions, seq]).toEqual([{ thanks: 1 }, 2])
  const people = await Promise.all(Array.from({ length: 40 }, () => person()))
  await Promise.all(people.map((who) => putReaction(ground, who, { messageId, kind: 'agree' })))
  const after = await showRoom(ground, guest, { roomId })
  expect([after.messages[0]?.reactions, after.seq]).toEqual([{ agree: 40, thanks: 1 }, 42])
})

test('of a burst of reactions the last alone brings a number, and none brings the message or who', async () => {
  const world = await aWorld()
  const { ground, person } = world
  const { roomId, says, ana } = await aTalk(world)
  const [one, other] = [await says(ana, 'CANARINO uno'), await says(ana, 'CANARINO due')]
  const people = await Promise.all(Array.from({ length: 30 }, () => person({ name: 'Reagisce' })))
  for (const [index, who] of people.entries())
    await putReaction(ground, who, { messageId: index % 3 === 0 ? other.id : one.id, kind: 'agree' })
  const live = (await listDeliveries(ground.db, roomId, 2)).map(eventShown)
  expect(live).toHaveLength(30)
  expect(live.filter(({ reactions }) => reactions)).toEqual(
    [
      {
        seq: 30,
        name: 'message-reacted',
        message: null,
        clientId: null,
        reactions: { messageId: other.id, counts: { agree: 10 } },
      },
      {
        seq: 32,
        name: 'message-reacted',
        message: null,
        clientId: null,
        reactions: { messageId: one.id, counts: { agree: 20 } },
      },
    ].map((event) => expect.objectContaining({ reactions: event.reactions })),
  )
  expect(JSON.stringify(live)).not.toMatch(/CANARINO|Reagisce/)
  for (const { id } of people) expect(JSON.stringify(live)).not.toContain(id)
})

test('what was taken away keeps its reactions to itself', async () => {
  const world = await aWorld()
  const { ground } = world
  const { roomId, says, ana, moderator } = await aTalk(world)
  const { id: messageId } = await says(ana)
  await putReaction(ground, ana, { messageId, kind: 'agree' })
  await hide(ground, moderator, { kind: 'message', subjectId: messageId, reason: 'spam', note })
  const { events } = await eventsSince(ground, guest, { roomId, after: 0 })
  expect(events.every(({ reactions }) => reactions === undefined)).toBe(true)
  expect((await showRoom(ground, guest, { roomId })).messages[0]?.reactions).toEqual({})
  await expect(putReaction(ground, ana, { messageId, kind: 'idea' })).rejects.toMatchObject({
    kind: 'conflict',
    reason: 'message-gone',
  })
})

test('a guest, an outsider, a kind that is not there, a message that waits and a closed room are refused', async () => {
  const world = await aWorld()
  const { ground, person } = world
  const open = await aTalk(world)
  const secret = await aTalk(world, { visibility: 'members' })
  const { id: messageId } = await open.says(open.ana)
  const { id: secretId } = await secret.says(secret.chair)
  await setHold(ground, open.chair, { roomId: open.roomId, hold: 'on', note })
  const { id: heldId } = await open.says(open.ana)
  ground.told.length = 0
  const outsider = await person()
  await expect(putReaction(ground, guest, { messageId, kind: 'agree' })).rejects.toMatchObject({
    reason: 'sign-in-first',
  })
  for (const id of [secretId, heldId, randomUUID()])
    for (const act of [putReaction, takeBackReaction])
      await expect(act(ground, outsider, { messageId: id, kind: 'agree' })).rejects.toMatchObject({
        kind: 'unseen',
        reason: 'message',
      })
  await expect(putReaction(ground, outsider, { messageId, kind: 'hate' as never })).rejects.toMatchObject({
    fields: { kind: {} },
  })
  await ground.db
    .updateTable('consultations')
    .set({ closedAt: new Date() })
    .where('id', '=', open.consultationId)
    .execute()
  await expect(putReaction(ground, outsider, { messageId, kind: 'agree' })).rejects.toMatchObject({
    reason: 'room-closed',
  })
  expect(ground.told).toEqual([])
})

test('where organisations take part, only those who speak react', async () => {
  const world = await aWorld()
  const { says, chair, ana } = await aTalk(world, { participation: 'organisations' })
  const { id: messageId } = await says(chair)
  await expect(putReaction(world.ground, ana, { messageId, kind: 'agree' })).rejects.toMatchObject({
    reason: 'only-for-organisations',
  })
})

test('whoever reacts without end is asked to wait', async () => {
  const world = await aWorld({ limited: true })
  const { says, ana } = await aTalk(world)
  const { id: messageId } = await says(ana)
  const sent = await Promise.allSettled(
    Array.from({ length: 70 }, () => putReaction(world.ground, ana, { messageId, kind: 'agree' })),
  )
  expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(60)
  expect(sent.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { kind: 'too-many' } })
})
