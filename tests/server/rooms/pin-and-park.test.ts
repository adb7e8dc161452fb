import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { hide, restore, showLog } from '#server/moderation/index.ts'
import { listNotices, tellStream } from '#server/notices/index.ts'
import {
  editMessage,
  parkMessage,
  pinMessage,
  returnMessage,
  showKeeping,
  showOwnMessage,
  showRoom,
  unpinMessage,
  withdrawMessage,
} from '#server/rooms/index.ts'
import { romeDay } from '#server/rome-day.ts'
import { readSheet } from '#server/sheets/index.ts'
import { aTalk, note, outcomes } from '#tests/support/talk.ts'
import { aWorld, guest, type World } from '#tests/support/world.ts'

async function pinnedIn({ ground }: World, roomId: string) {
  return (await readSheet(ground, guest, roomId, ['talk']))?.parts.talk?.pinned
}

test('one message is pinned in a room, for everybody; another takes its place; it is unpinned once', async () => {
  const world = await aWorld()
  const { ground } = world
  const { says, ana, chair, moderator, roomId } = await aTalk(world)
  const [one, other] = [await says(ana, 'uno'), await says(ana, 'due')]
  ground.told.length = 0
  await pinMessage(ground, chair, { messageId: one.id, note: 'Il punto di oggi.' })
  await pinMessage(ground, moderator, { messageId: one.id })
  expect(await pinnedIn(world, roomId)).toMatchObject({ id: one.id, text: 'uno', name: 'Ana' })
  await pinMessage(ground, moderator, { messageId: other.id })
  await unpinMessage(ground, chair, { messageId: one.id })
  expect(await pinnedIn(world, roomId)).toMatchObject({ id: other.id })
  await unpinMessage(ground, chair, { messageId: other.id })
  await unpinMessage(ground, chair, { messageId: other.id })
  expect(await pinnedIn(world, roomId)).toBeNull()
  expect(ground.told).toHaveLength(3)
  const { entries } = await showLog(ground, moderator, {})
  expect(entries.map(({ act, subjectId, note: why }) => [act, subjectId, why])).toEqual([
    ['unpin', other.id, ''],
    ['pin', other.id, ''],
    ['pin', one.id, 'Il punto di oggi.'],
  ])
})

test('forty who pin at once leave one pinned', async () => {
  const world = await aWorld()
  const { says, ana, chair, moderator, roomId } = await aTalk(world)
  const ids = [(await says(ana, 'uno')).id, (await says(ana, 'due')).id]
  await Promise.all(
    Array.from({ length: 40 }, (_, n) =>
      pinMessage(world.ground, n % 4 < 2 ? chair : moderator, { messageId: ids[n % 2] ?? '' }),
    ),
  )
  expect(ids).toContain((await pinnedIn(world, roomId))?.id)
})

test('what was taken away is pinned to nobody’s eyes, and is there again when it comes back', async () => {
  const world = await aWorld()
  const { ground } = world
  const { says, ana, chair, moderator, roomId } = await aTalk(world)
  const { id: messageId } = await says(ana, 'CANARINO')
  const subject = { kind: 'message' as const, subjectId: messageId }
  await pinMessage(ground, chair, { messageId })
  await hide(ground, moderator, { ...subject, reason: 'spam', note })
  expect(await pinnedIn(world, roomId)).toBeNull()
  await expect(pinMessage(ground, chair, { messageId })).rejects.toMatchObject({ reason: 'message-gone' })
  await restore(ground, moderator, { ...subject, note })
  expect(await pinnedIn(world, roomId)).toMatchObject({ text: 'CANARINO' })
  await parkMessage(ground, moderator, { messageId, note })
  expect(await pinnedIn(world, roomId)).toBeNull()
  await returnMessage(ground, moderator, { messageId })
  await editMessage(ground, ana, { messageId, text: 'altro' })
  expect(await pinnedIn(world, roomId)).toMatchObject({ text: 'altro' })
  await withdrawMessage(ground, ana, { messageId })
  expect(await pinnedIn(world, roomId)).toBeNull()
})

test('only the chair and the moderators pin, only what they can see, and not in a closed room', async () => {
  const world = await aWorld()
  const { ground, person } = world
  const talk = await aTalk(world)
  const secret = await aTalk(world, { visibility: 'members' })
  const { id: messageId } = await talk.says(talk.ana)
  const { id: secretId } = await secret.says(secret.chair)
  ground.told.length = 0
  for (const who of [talk.ana, talk.secretary, await person(), secret.chair])
    for (const act of [pinMessage, unpinMessage])
      await expect(act(ground, who, { messageId })).rejects.toMatchObject({
        kind: 'forbidden',
        reason: 'only-for-chair-or-moderator',
      })
  for (const id of [secretId, randomUUID()])
    await expect(pinMessage(ground, talk.chair, { messageId: id })).rejects.toMatchObject({
      kind: 'unseen',
      reason: 'message',
    })
  await ground.db
    .updateTable('consultations')
    .set({ closedAt: new Date() })
    .where('id', '=', talk.consultationId)
    .execute()
  await expect(pinMessage(ground, talk.chair, { messageId })).rejects.toMatchObject({ reason: 'room-closed' })
  expect(ground.told).toEqual([])
})

test('a message is put aside for later: its author is told why, and it comes back where the talk is then', async () => {
  const world = await aWorld()
  const { ground } = world
  const { says, ana, moderator, chair, roomId } = await aTalk(world)
  const first = await says(ana, 'CANARINO per dopo')
  const second = await says(chair, 'intanto')
  await parkMessage(ground, moderator, { messageId: first.id, note })
  for (const who of [guest, await world.person(), chair])
    expect(JSON.stringify(await showRoom(ground, who, { roomId }))).not.toContain('CANARINO')
  const own = (await showRoom(ground, ana, { roomId })).messages[0]
  expect(own).toMatchObject({ state: 'parked', text: 'CANARINO per dopo', hiddenFor: { reason: null, note } })
  expect(await showOwnMessage(ground, ana, { messageId: first.id })).toMatchObject({
    state: 'parked',
    because: { note },
  })
  await tellStream(ground, roomId)
  expect((await listNotices(ground, ana, {})).notices[0]?.text).toMatch(/messo da parte/)
  expect((await showKeeping(ground, moderator, { roomId })).parked).toMatchObject([{ id: first.id, note }])
  expect((await showKeeping(ground, chair, { roomId })).parked).toEqual([])
  await expect(editMessage(ground, ana, { messageId: first.id, text: 'x' })).rejects.toMatchObject({
    reason: 'message-parked',
  })
  await returnMessage(ground, moderator, { messageId: first.id })
  const { messages } = await showRoom(ground, guest, { roomId })
  expect(messages.map(({ id }) => id)).toEqual([second.id, first.id])
  expect(messages[1]?.returnedAt).not.toBeNull()
  expect((await showKeeping(ground, moderator, { roomId })).parked).toEqual([])
  expect((await showLog(ground, moderator, {})).entries.map(({ act }) => act)).toEqual(['return', 'park'])
})

test('each message stands under a day in Italy: the one it was said on, and the one it came back on', async () => {
  const { ground, ...world } = await aWorld()
  const { says, ana, moderator, roomId } = await aTalk({ ground, ...world })
  const late = await says(ana, 'poco prima di mezzanotte')
  const after = await says(ana, 'poco dopo')
  const saidAt = (id: string, postedAt: string) =>
    ground.db.updateTable('messages').set({ postedAt }).where('id', '=', id).execute()
  // Summer time: in Italy it is two hours later.
  await saidAt(late.id, '2026-05-14T21:59:59Z')
  await saidAt(after.id, '2026-05-14T22:00:00Z')
  const days = async () =>
    (await showRoom(ground, guest, { roomId })).messages.map(({ id, day }) => ({ id, day }))
  expect(await days()).toEqual([
    { id: late.id, day: '2026-05-14' },
    { id: after.id, day: '2026-05-15' },
  ])
  await parkMessage(ground, moderator, { messageId: late.id, note })
  await returnMessage(ground, moderator, { messageId: late.id })
  expect((await days()).at(-1)).toEqual({ id: late.id, day: romeDay(new Date()) })
})

test('forty who put aside and bring back at once: each change follows the other', async () => {
  const world = await aWorld()
  const { ground } = world
  const { says, ana, moderator, roomId } = await aTalk(world)
  const { id: messageId } = await says(ana)
  ground.told.length = 0
  const parked = outcomes(
    await Promise.allSettled(
      Array.from({ length: 40 }, () => parkMessage(ground, moderator, { messageId, note })),
    ),
  )
  expect([parked.done.length, new Set(parked.reasons)]).toEqual([1, new Set(['message-gone'])])
  const back = outcomes(
    await Promise.allSettled(
      Array.from({ length: 40 }, () => returnMessage(ground, moderator, { messageId })),
    ),
  )
  expect([back.done.length, new Set(back.reasons)]).toEqual([1, new Set(['not-parked'])])
  expect(ground.told.map(({ seq }) => seq)).toEqual([2, 3])
  expect((await showRoom(ground, guest, { roomId })).messages).toMatchObject([{ seq: 3, state: 'said' }])
})

test('putting aside is for moderators, with a reason; what was hidden meanwhile stays hidden when it is brought back', async () => {
  const world = await aWorld()
  const { ground, person } = world
  const { says, ana, moderator, chair, roomId } = await aTalk(world)
  const { id: messageId } = await says(ana)
  for (const who of [ana, chair, await person()]) {
    await expect(parkMessage(ground, who, { messageId, note })).rejects.toMatchObject({
      reason: 'only-for-moderators',
    })
    await expect(returnMessage(ground, who, { messageId })).rejects.toMatchObject({
      reason: 'only-for-moderators',
    })
  }
  await expect(parkMessage(ground, moderator, { messageId, note: ' ' })).rejects.toMatchObject({
    fields: { note: {} },
  })
  await expect(parkMessage(ground, moderator, { messageId: 'x', note })).rejects.toMatchObject({
    kind: 'invalid',
  })
  await parkMessage(ground, moderator, { messageId, note })
  await hide(ground, moderator, { kind: 'message', subjectId: messageId, reason: 'insult', note })
  await returnMessage(ground, moderator, { messageId })
  expect((await showRoom(ground, guest, { roomId })).messages).toMatchObject([
    { state: 'hidden', text: null },
  ])
})
