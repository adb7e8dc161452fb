import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Person } from '#server/ground.ts'
import { hide } from '#server/moderation/index.ts'
import { listNotices, tellStream } from '#server/notices/index.ts'
import { approveMessage, setHold, showRoom, withdrawMessage } from '#server/rooms/index.ts'
import { aTalk, note } from '#tests/support/talk.ts'
import { aWorld, dayFromNow, guest, type World } from '#tests/support/world.ts'

async function aTalkWithSeats(world: World) {
  const talk = await aTalk(world)
  const organisation = await world.organisation({ name: 'Girasole del Vomere' })
  const alternate = await world.person({ name: 'Supplente' })
  const seat = await world.seat({
    tableId: talk.table.id,
    organisationId: organisation.id,
    holder: organisation.representative,
    alternate,
  })
  return { ...talk, seat, organisation, holder: organisation.representative, alternate }
}

async function noticesOf({ ground }: World, roomId: string, who: Person) {
  await tellStream(ground, roomId)
  return (await listNotices(ground, who, {})).notices
}

test('a seat that is called on is kept by its id, and its holder and alternate are told, nobody else', async () => {
  const world = await aWorld()
  const talk = await aTalkWithSeats(world)
  const member = await world.person()
  await world.joins(member, talk.organisation.id)
  const { id, seq } = await talk.says(talk.ana, '@Girasole del Vomere che ne dite?', {
    mentions: [talk.seat.id, talk.seat.id],
  })
  const { messages, seq: grown } = await showRoom(world.ground, guest, { roomId: talk.roomId })
  expect(messages[0]?.mentions).toEqual([{ seatId: talk.seat.id, name: 'Girasole del Vomere' }])
  expect(JSON.stringify(messages)).not.toMatch(new RegExp(`${talk.holder.id}|${talk.alternate.id}`))
  expect([seq, grown]).toEqual([1, 2])
  expect(world.ground.told).toEqual([{ streamId: talk.roomId, seq: 2 }])
  for (const who of [talk.holder, talk.alternate])
    expect(await noticesOf(world, talk.roomId, who)).toMatchObject([
      { text: 'Un messaggio chiama il tuo posto.', path: `/messages/${id}` },
    ])
  for (const who of [talk.ana, member, talk.chair])
    expect(await noticesOf(world, talk.roomId, who)).toEqual([])
})

test('only seats in force at this table are called on, at most five, and never people', async () => {
  const world = await aWorld()
  const talk = await aTalkWithSeats(world)
  const ended = await world.seat({
    tableId: talk.table.id,
    organisationId: talk.organisation.id,
    endsOn: dayFromNow(-1),
  })
  const elsewhere = await world.seat({
    tableId: (await world.table()).id,
    organisationId: talk.organisation.id,
  })
  world.ground.told.length = 0
  for (const seatId of [ended.id, elsewhere.id, talk.holder.id, randomUUID()])
    await expect(talk.says(talk.ana, 'ehi', { mentions: [talk.seat.id, seatId] })).rejects.toMatchObject({
      kind: 'invalid',
      fields: { mentions: { reason: 'not-a-seat' } },
    })
  await expect(
    talk.says(talk.ana, 'ehi', { mentions: Array.from({ length: 6 }, () => randomUUID()) }),
  ).rejects.toMatchObject({ fields: { mentions: { reason: 'too-many-chosen', values: { most: 5 } } } })
  await expect(talk.says(talk.ana, 'ehi', { mentions: ['Girasole'] })).rejects.toMatchObject({
    kind: 'invalid',
  })
  expect(world.ground.told).toEqual([])
})

test('who is called on by a message that waits is told when it is let in', async () => {
  const world = await aWorld()
  const talk = await aTalkWithSeats(world)
  await setHold(world.ground, talk.chair, { roomId: talk.roomId, hold: 'on', note })
  const { id } = await talk.says(talk.ana, 'ehi', { mentions: [talk.seat.id] })
  expect(await noticesOf(world, talk.roomId, talk.holder)).toEqual([])
  await approveMessage(world.ground, talk.moderator, { messageId: id })
  expect(await noticesOf(world, talk.roomId, talk.holder)).toHaveLength(1)
})

test('a notice goes with the message that was taken away, before it is read and after', async () => {
  const world = await aWorld()
  const talk = await aTalkWithSeats(world)
  const told = await talk.says(talk.ana, 'ehi', { mentions: [talk.seat.id] })
  expect(await noticesOf(world, talk.roomId, talk.holder)).toHaveLength(1)
  await hide(world.ground, talk.moderator, {
    kind: 'message',
    subjectId: told.id,
    reason: 'insult',
    note,
  })
  const quick = await talk.says(talk.ana, 'ehi', { mentions: [talk.seat.id] })
  await withdrawMessage(world.ground, talk.ana, { messageId: quick.id })
  expect(await noticesOf(world, talk.roomId, talk.holder)).toEqual([])
})

test('twenty retries of a message that calls on a seat call once', async () => {
  const world = await aWorld()
  const talk = await aTalkWithSeats(world)
  const clientId = randomUUID()
  await Promise.all(
    Array.from({ length: 20 }, () => talk.says(talk.ana, 'ehi', { mentions: [talk.seat.id], clientId })),
  )
  expect((await showRoom(world.ground, guest, { roomId: talk.roomId })).seq).toBe(2)
  expect(await noticesOf(world, talk.roomId, talk.holder)).toHaveLength(1)
})
