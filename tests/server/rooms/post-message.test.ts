import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { eventsSince, listDeliveries, listThread, postMessage, showRoom } from '#server/rooms/index.ts'
import { aWorld, guest } from '#tests/support/world.ts'

function words(roomId: string, text = 'Buongiorno') {
  return { roomId, text, language: 'it' as const, clientId: randomUUID() }
}

test('a message gets its place in the room and the room is told', async () => {
  const { ground, person, consultation } = await aWorld()
  const { roomId } = await consultation()
  const ana = await person({ name: 'Ana' })
  const posted = await postMessage(ground, ana, words(roomId, 'Manca il mediatore in questura.'))
  expect(posted.seq).toBe(1)
  expect(ground.told).toMatchObject([{ streamId: roomId, seq: 1 }])
  const room = await showRoom(ground, guest, { roomId })
  expect(room.messages).toMatchObject([
    { id: posted.id, seq: 1, name: 'Ana', text: 'Manca il mediatore in questura.', state: 'said' },
  ])
})

test('forty messages at once get forty places, none skipped and none twice', async () => {
  const { ground, person, consultation } = await aWorld()
  const { roomId } = await consultation()
  const people = await Promise.all(Array.from({ length: 4 }, () => person()))
  const posted = await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      postMessage(ground, people[index % 4] ?? people[0]!, words(roomId, `Messaggio ${index}`)),
    ),
  )
  const places = posted.map(({ seq }) => seq ?? 0).sort((a, b) => a - b)
  expect(places).toEqual(Array.from({ length: 40 }, (_, index) => index + 1))
  const { events } = await eventsSince(ground, guest, { roomId, after: 0 })
  expect(events.map(({ seq }) => seq)).toEqual(places)
  expect(new Set(events.map(({ message }) => message?.id)).size).toBe(40)
})

test('twenty retries at once of one message are one message', async () => {
  const { ground, person, consultation } = await aWorld()
  const { roomId } = await consultation()
  const ana = await person()
  const same = words(roomId)
  const posted = await Promise.all(Array.from({ length: 20 }, () => postMessage(ground, ana, same)))
  expect(new Set(posted.map(({ id }) => id)).size).toBe(1)
  const later = await postMessage(ground, ana, { ...same, text: 'altro testo' })
  expect(later.id).toBe(posted[0]?.id)
  const { messages, seq } = await showRoom(ground, ana, { roomId })
  expect(messages).toHaveLength(1)
  expect(messages[0]?.text).toBe('Buongiorno')
  expect(seq).toBe(1)
})

test('one client id in the hands of two people is two messages', async () => {
  const { ground, person, consultation } = await aWorld()
  const { roomId } = await consultation()
  const same = words(roomId)
  const [one, other] = [
    await postMessage(ground, await person(), same),
    await postMessage(ground, await person(), same),
  ]
  expect(other.id).not.toBe(one.id)
})

test('a room of members only is not there for others, and nobody is told', async () => {
  const { ground, person, consultation } = await aWorld()
  const { roomId, table } = await consultation({ visibility: 'members' })
  const outsider = await person()
  for (const id of [randomUUID(), roomId])
    await expect(postMessage(ground, outsider, words(id))).rejects.toMatchObject({
      kind: 'unseen',
      reason: 'room',
    })
  expect(ground.told).toEqual([])
  expect((await postMessage(ground, table.chair, words(roomId))).seq).toBe(1)
})

test('where organisations take part, a representative of a verified one speaks and others do not', async () => {
  const { ground, person, organisation, consultation } = await aWorld()
  const { roomId, table } = await consultation({ participation: 'organisations' })
  const verified = await organisation({ name: 'Associazione Girasole' })
  const pending = await organisation({ state: 'pending' })
  await expect(postMessage(ground, await person(), words(roomId))).rejects.toMatchObject({
    reason: 'only-for-organisations',
  })
  await expect(postMessage(ground, pending.representative, words(roomId))).rejects.toMatchObject({
    reason: 'only-for-organisations',
  })
  expect(ground.told).toEqual([])
  await postMessage(ground, verified.representative, { ...words(roomId), organisationId: verified.id })
  await postMessage(ground, table.moderator, words(roomId))
  const { messages } = await showRoom(ground, guest, { roomId })
  expect(messages.map(({ organisation }) => organisation)).toEqual(['Associazione Girasole', null])
})

test('nobody speaks for an organisation that is not theirs', async () => {
  const { ground, person, organisation, joins, consultation } = await aWorld()
  const { roomId } = await consultation()
  const { id } = await organisation()
  const member = await person()
  await joins(member, id, 'member')
  await expect(postMessage(ground, member, { ...words(roomId), organisationId: id })).rejects.toMatchObject({
    fields: { organisationId: { reason: 'not-your-organisation' } },
  })
  expect(ground.told).toEqual([])
})

test('an answer quotes a message of the same room only', async () => {
  const { ground, person, consultation } = await aWorld()
  const [here, elsewhere] = [await consultation(), await consultation()]
  const ana = await person({ name: 'Ana' })
  const first = await postMessage(ground, ana, words(here.roomId, 'Prima'))
  await postMessage(ground, ana, { ...words(here.roomId, 'Seconda'), replyTo: first.id })
  await expect(
    postMessage(ground, ana, { ...words(elsewhere.roomId), replyTo: first.id }),
  ).rejects.toMatchObject({ kind: 'conflict', reason: 'reply-gone' })
  const { messages } = await listThread(ground, ana, { roomId: here.roomId, rootId: first.id })
  expect(messages[0]?.replyTo).toMatchObject({ id: first.id, name: 'Ana', text: 'Prima' })
})

test('a guest, an empty text, a text too long and a field too many are refused', async () => {
  const { ground, person, consultation } = await aWorld()
  const { roomId } = await consultation()
  const ana = await person()
  await expect(postMessage(ground, guest, words(roomId))).rejects.toMatchObject({ reason: 'sign-in-first' })
  await expect(postMessage(ground, ana, words(roomId, '  \n '))).rejects.toMatchObject({
    fields: { text: { reason: 'needed' } },
  })
  await expect(postMessage(ground, ana, words(roomId, 'a'.repeat(4001)))).rejects.toMatchObject({
    fields: { text: { reason: 'too-long' } },
  })
  await expect(postMessage(ground, ana, { ...words(roomId), seq: 1 } as never)).rejects.toMatchObject({
    fields: { seq: { reason: 'unknown-field' } },
  })
  expect(ground.told).toEqual([])
})

test('a closed room is read and not written in', async () => {
  const { ground, person, consultation } = await aWorld()
  const { id, roomId } = await consultation()
  await ground.db.updateTable('consultations').set({ closedAt: new Date() }).where('id', '=', id).execute()
  const ana = await person()
  await expect(postMessage(ground, ana, words(roomId))).rejects.toMatchObject({ reason: 'room-closed' })
  expect((await showRoom(ground, ana, { roomId })).maySpeak).toBe('room-closed')
})

test('who sends too fast is asked to wait', async () => {
  const { ground, person, consultation } = await aWorld({ limited: true })
  const { roomId } = await consultation()
  const ana = await person()
  const sent = await Promise.allSettled(
    Array.from({ length: 40 }, () => postMessage(ground, ana, words(roomId))),
  )
  expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(30)
  expect(sent.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { kind: 'too-many' } })
})

test('what a post tells its own node is what any node would read', async () => {
  const { ground, person, consultation } = await aWorld()
  const { roomId } = await consultation()
  const ana = await person({ name: 'Ana' })
  await postMessage(ground, ana, words(roomId, 'Uno'))
  await postMessage(ground, ana, words(roomId, 'Due\nrighe'))
  const told = ground.told.map(({ event }) => event)
  expect(told).toEqual(await listDeliveries(ground.db, roomId, 0))
  const { id } = await postMessage(ground, ana, words(roomId, 'Tre'))
  await postMessage(ground, ana, { ...words(roomId, 'Risposta'), replyTo: id })
  expect(ground.told.at(-1)?.event).toBeUndefined()
})
