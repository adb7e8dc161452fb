import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  editMessage,
  eventsSince,
  listMessages,
  postMessage,
  showOwnMessage,
  showRoom,
  withdrawMessage,
} from '#server/rooms/index.ts'
import { aWorld, guest, type World } from '#tests/support/world.ts'

async function aMessage({ ground, person, consultation }: World) {
  const { id: consultationId, roomId } = await consultation()
  const author = await person()
  const { id } = await postMessage(ground, author, {
    roomId,
    text: 'com’era',
    language: 'it',
    clientId: randomUUID(),
  })
  ground.told.length = 0
  return { consultationId, roomId, author, messageId: id }
}

test('one edits one’s own words, and what they were is kept', async () => {
  const world = await aWorld()
  const { roomId, author, messageId } = await aMessage(world)
  await editMessage(world.ground, author, { messageId, text: 'com’è' })
  await editMessage(world.ground, author, { messageId, text: 'com’è ora' })
  await editMessage(world.ground, author, { messageId, text: 'com’è ora' })
  expect(world.ground.told.map(({ seq }) => seq)).toEqual([2, 3])
  const { messages } = await showRoom(world.ground, guest, { roomId })
  expect(messages[0]).toMatchObject({ seq: 1, text: 'com’è ora' })
  expect(messages[0]?.editedAt).not.toBeNull()
  const versions = await world.ground.db
    .selectFrom('messageVersions')
    .where('messageId', '=', messageId)
    .orderBy('version')
    .select(['version', 'text'])
    .execute()
  expect(versions).toEqual([
    { version: 1, text: 'com’era' },
    { version: 2, text: 'com’è' },
  ])
})

test('nobody edits, withdraws or opens the words of another', async () => {
  const world = await aWorld()
  const { messageId } = await aMessage(world)
  const other = await world.person()
  for (const tried of [
    () => editMessage(world.ground, other, { messageId, text: 'mio' }),
    () => withdrawMessage(world.ground, other, { messageId }),
    () => showOwnMessage(world.ground, other, { messageId }),
    () => withdrawMessage(world.ground, other, { messageId: randomUUID() }),
  ])
    await expect(tried()).rejects.toMatchObject({ kind: 'unseen', reason: 'message' })
  expect(world.ground.told).toEqual([])
})

test('forty withdrawals at once are one, and the words are in no answer any more', async () => {
  const world = await aWorld()
  const { roomId, author, messageId } = await aMessage(world)
  await Promise.all(Array.from({ length: 40 }, () => withdrawMessage(world.ground, author, { messageId })))
  expect(world.ground.told).toHaveLength(1)
  for (const who of [guest, author]) {
    const answers = [
      await showRoom(world.ground, who, { roomId }),
      await eventsSince(world.ground, who, { roomId, after: 0 }),
      await listMessages(world.ground, who, { roomId, before: 9 }),
    ]
    expect(JSON.stringify(answers)).not.toContain('com’era')
  }
  await expect(editMessage(world.ground, author, { messageId, text: 'di nuovo' })).rejects.toMatchObject({
    reason: 'message-withdrawn',
  })
})

test('in a closed room one still withdraws, and edits nothing', async () => {
  const world = await aWorld()
  const { consultationId, author, messageId } = await aMessage(world)
  await world.ground.db
    .updateTable('consultations')
    .set({ closedAt: new Date() })
    .where('id', '=', consultationId)
    .execute()
  await expect(editMessage(world.ground, author, { messageId, text: 'altro' })).rejects.toMatchObject({
    reason: 'room-closed',
  })
  expect(await withdrawMessage(world.ground, author, { messageId })).toMatchObject({ id: messageId })
})

test('history comes in pages that neither skip nor repeat, and catching up in parts too', async () => {
  const world = await aWorld()
  const { roomId, author } = await aMessage(world)
  for (let index = 0; index < 229; index += 1)
    await postMessage(world.ground, author, {
      roomId,
      text: `n ${index}`,
      language: 'it',
      clientId: randomUUID(),
    })
  const newest = await showRoom(world.ground, guest, { roomId })
  const seen = newest.messages.map(({ seq }) => seq)
  let before = newest.olderThan
  while (before !== null) {
    const page = await listMessages(world.ground, guest, { roomId, before })
    seen.unshift(...page.messages.map(({ seq }) => seq))
    before = page.olderThan
  }
  expect(seen).toEqual(Array.from({ length: 230 }, (_, index) => index + 1))
  const first = await eventsSince(world.ground, guest, { roomId, after: 0 })
  expect(first).toMatchObject({ more: true, events: { length: 200 } })
  const rest = await eventsSince(world.ground, guest, { roomId, after: 200 })
  expect(rest).toMatchObject({ more: false, events: { length: 30 } })
})

test('an author has one mark in a room and another in the next', async () => {
  const world = await aWorld()
  const { roomId, author } = await aMessage(world)
  const next = await world.consultation()
  await postMessage(world.ground, author, {
    roomId: next.roomId,
    text: 'anche qui',
    language: 'it',
    clientId: randomUUID(),
  })
  const [here, there] = [
    await showRoom(world.ground, author, { roomId }),
    await showRoom(world.ground, author, { roomId: next.roomId }),
  ]
  expect(here.messages[0]?.author).toBe(here.me)
  expect(there.me).not.toBe(here.me)
  expect(JSON.stringify([here, there])).not.toContain(author.id)
})
