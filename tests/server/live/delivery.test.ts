import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { KyselyPlugin } from 'kysely'
import { expect, inject, test, vi } from 'vitest'
import { recordEvent } from '#server/events.ts'
import type { Ground, Person } from '#server/ground.ts'
import { hide } from '#server/moderation/index.ts'
import { editMessage, postMessage, withdrawMessage } from '#server/rooms/index.ts'
import { aListener, aLiveNode } from '#tests/support/live.ts'
import { aMembersRoom } from '#tests/support/members-room.ts'
import { aWorld } from '#tests/support/world.ts'

const soon = { timeout: 8_000, interval: 20 }
const redisUrl = inject('redisUrl')

function says(ground: Ground, who: Person, roomId: string, text: string) {
  return postMessage(ground, who, { roomId, text, language: 'it', clientId: randomUUID() })
}

/** What letting a person out of a members-only consultation writes. */
async function letsOut(ground: Ground, by: Person, roomId: string, personId: string) {
  const seq = await ground.db.transaction().execute(async (trx) => {
    const room = await trx
      .selectFrom('rooms')
      .where('id', '=', roomId)
      .select('consultationId')
      .executeTakeFirstOrThrow()
    await trx
      .deleteFrom('consultationMembers')
      .where('consultationId', '=', room.consultationId)
      .where('personId', '=', personId)
      .execute()
    return recordEvent(trx, by, {
      streamId: roomId,
      name: 'member-removed',
      about: roomId,
      body: { personId },
    })
  })
  ground.ring([{ streamId: roomId, seq }])
  return seq
}

test('everybody in a room hears every message, once and in one order, and a guest reads along', async () => {
  const { ground, person, consultation } = await aWorld()
  const { roomId } = await consultation()
  const node = await aLiveNode(ground)
  const ana = await person()
  const listeners = [ana, await person(), null].map((who) => aListener(node, who))
  for (const each of listeners)
    expect(await each.enter({ roomId })).toMatchObject({ seq: 0, missed: [], more: false })
  await Promise.all(
    Array.from({ length: 40 }, (_, index) => says(node.ground, ana, roomId, `Parola ${index}`)),
  )
  await vi.waitFor(() => expect(listeners.map(({ heard }) => heard.length)).toEqual([40, 40, 40]), soon)
  for (const { heard } of listeners)
    expect(heard.map(({ seq }) => seq)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1))
  for (const each of listeners) each.close()
  await node.close()
})

test('whoever comes back is told what they missed', async () => {
  const { ground, person, consultation } = await aWorld()
  const { roomId } = await consultation()
  const node = await aLiveNode(ground)
  const ana = await person()
  for (const text of ['una', 'due', 'tre']) await says(node.ground, ana, roomId, text)
  const back = aListener(node, ana)
  const entered = await back.enter({ roomId, after: 1 })
  expect(entered).toMatchObject({
    seq: 3,
    missed: [
      { seq: 2, message: { text: 'due' } },
      { seq: 3, message: { text: 'tre' } },
    ],
  })
  back.close()
  await node.close()
})

test('a hall that comes back together is told what each missed, by a few readings', async () => {
  const { ground, person, consultation } = await aWorld()
  const { roomId } = await consultation()
  const ana = await person()
  let readings = 0
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      if (result.rows[0] && 'removes' in result.rows[0]) readings += 1
      return result
    },
  }
  const node = await aLiveNode({ ...ground, db: ground.db.withPlugin(counting) })
  for (const text of ['una', 'due', 'tre']) await says(ground, ana, roomId, text)
  const hall = Array.from({ length: 40 }, (_, index) => aListener(node, index % 2 === 0 ? ana : null))
  await Promise.all(hall.map((each) => each.connected()))
  readings = 0
  const entered = await Promise.all(hall.map((each, index) => each.enter({ roomId, after: index % 4 })))
  for (const [index, each] of entered.entries())
    expect(each).toMatchObject({
      seq: 3,
      missed: [1, 2, 3].filter((seq) => seq > index % 4).map((seq) => ({ seq })),
      more: false,
    })
  expect(readings).toBeLessThanOrEqual(12)
  for (const each of hall) each.close()
  await node.close()
})

test('what was hidden while they were away is told to nobody who comes back, but to its author with the reason', async () => {
  const { ground, person, consultation } = await aWorld()
  const { roomId, table } = await consultation()
  const [ana, other] = [await person(), await person()]
  const { id } = await says(ground, ana, roomId, 'CANARINO')
  await says(ground, other, roomId, 'due')
  await hide(ground, table.moderator, {
    kind: 'message',
    subjectId: id,
    reason: 'insult',
    note: 'Offende una persona.',
  })
  const node = await aLiveNode(ground)
  const [author, reader, guest] = [aListener(node, ana), aListener(node, other), aListener(node, null)]
  for (const each of [reader, guest]) {
    const entered = await each.enter({ roomId, after: 0 })
    expect(entered).toMatchObject({ missed: [{ message: { state: 'hidden' } }, {}, {}] })
    expect(JSON.stringify(entered)).not.toContain('CANARINO')
  }
  expect(await author.enter({ roomId, after: 0 })).toMatchObject({
    missed: [
      { seq: 1, message: { state: 'hidden', text: 'CANARINO', hiddenFor: { reason: 'insult' } } },
      { seq: 2, message: { text: 'due' } },
      { seq: 3 },
    ],
  })
  for (const each of [author, reader, guest]) each.close()
  await node.close()
})

test('an edit is heard with the new words, a withdrawal without any', async () => {
  const { ground, person, consultation } = await aWorld()
  const { roomId } = await consultation()
  const node = await aLiveNode(ground)
  const ana = await person()
  const { id } = await says(node.ground, ana, roomId, 'prima')
  const listener = aListener(node, null)
  await listener.enter({ roomId })
  await editMessage(node.ground, ana, { messageId: id, text: 'dopo' })
  await vi.waitFor(() => expect(listener.heard.at(-1)).toMatchObject({ message: { text: 'dopo' } }), soon)
  await withdrawMessage(node.ground, ana, { messageId: id })
  await vi.waitFor(
    () =>
      expect(listener.heard.at(-1)?.message).toMatchObject({ state: 'withdrawn', text: null, name: null }),
    soon,
  )
  expect(listener.everything()).not.toContain('prima')
  listener.close()
  await node.close()
})

test('a ring that is lost is caught by the sweep', async () => {
  const { ground, person, consultation } = await aWorld()
  const { roomId } = await consultation()
  const node = await aLiveNode(ground)
  const listener = aListener(node, null)
  await listener.enter({ roomId })
  // On the world's own ground, whose bell no node hears.
  await says(ground, await person(), roomId, 'senza campanello')
  await vi.waitFor(() => expect(listener.heard).toHaveLength(1), { timeout: 2_500, interval: 20 })
  listener.close()
  await node.close()
})

for (const bell of ['the sweep alone', 'Redis'] as const) {
  test.skipIf(bell === 'Redis' && !redisUrl)(
    `who is removed on one node hears nothing that comes after on another, by ${bell}`,
    async () => {
      const { ground, roomId, chair, member } = await aMembersRoom()
      const url = bell === 'Redis' ? redisUrl : undefined
      const [one, other] = [await aLiveNode(ground, url), await aLiveNode(ground, url)]
      const [removed, stays] = [aListener(other, member), aListener(other, chair)]
      expect(await removed.enter({ roomId })).toMatchObject({ seq: 0 })
      expect(await stays.enter({ roomId })).toMatchObject({ seq: 0 })
      await says(one.ground, chair, roomId, 'per tutti')
      const fence = await letsOut(one.ground, chair, roomId, member.id)
      await says(one.ground, chair, roomId, 'CANARINO dopo la porta')
      await vi.waitFor(() => expect(stays.heard).toHaveLength(3), soon)
      await vi.waitFor(() => expect(removed.state.removed).toBe(true), soon)
      await says(one.ground, chair, roomId, 'CANARINO ancora')
      await vi.waitFor(() => expect(stays.heard).toHaveLength(4), soon)
      await wait(100)
      expect(removed.heard.every(({ seq }) => seq < fence)).toBe(true)
      expect(removed.heard.map(({ message }) => message?.text)).toEqual(['per tutti'])
      expect(removed.everything()).not.toContain('CANARINO')
      expect(await removed.enter({ roomId, after: 0 })).toEqual({ refusal: 'unseen' })
      // Who was removed is nobody else's to know.
      expect(stays.everything()).not.toContain(member.id)
      removed.close()
      stays.close()
      await one.close()
      await other.close()
    },
  )
}

test('who was let in again after a removal hears again', async () => {
  const { ground, roomId, chair, member } = await aMembersRoom()
  const node = await aLiveNode(ground)
  await letsOut(node.ground, chair, roomId, member.id)
  const { consultationId } = await ground.db
    .selectFrom('rooms')
    .where('id', '=', roomId)
    .select('consultationId')
    .executeTakeFirstOrThrow()
  await ground.db
    .insertInto('consultationMembers')
    .values({ consultationId, personId: member.id, addedBy: chair.id })
    .execute()
  const back = aListener(node, member)
  expect(await back.enter({ roomId, after: 1 })).toMatchObject({ seq: 1 })
  await says(node.ground, chair, roomId, 'bentornato')
  await vi.waitFor(() => expect(back.heard).toHaveLength(1), soon)
  back.close()
  await node.close()
})

test('a mandate or an office that ends without an event is noticed within five seconds', async () => {
  const { ground, roomId, chair } = await aMembersRoom()
  const node = await aLiveNode(ground)
  const listener = aListener(node, chair)
  await listener.enter({ roomId })
  await ground.db
    .updateTable('tableOfficers')
    .set({ endedAt: new Date() })
    .where('personId', '=', chair.id)
    .execute()
  await vi.waitFor(() => expect(listener.state.removed).toBe(true), { timeout: 5_500, interval: 50 })
  listener.close()
  await node.close()
})

test('presence is a count: a person with two tabs is one, and a node that is gone counts for nothing', async () => {
  const { ground, person, consultation } = await aWorld()
  const { roomId } = await consultation()
  const [one, other] = [await aLiveNode(ground), await aLiveNode(ground)]
  const ana = await person({ name: 'Anastasia' })
  const listeners = [
    aListener(one, ana),
    aListener(one, ana),
    aListener(other, await person({ name: 'Benedetta' })),
    aListener(other, null),
  ]
  for (const each of listeners) await each.enter({ roomId })
  await vi.waitFor(() => expect(listeners.map(({ state }) => state.people)).toEqual([3, 3, 3, 3]), soon)
  expect(listeners[3]?.everything()).not.toMatch(/Anastasia|Benedetta/)
  await other.close()
  await vi.waitFor(() => expect(listeners[0]?.state.people).toBe(1), soon)
  for (const each of listeners) each.close()
  await one.close()
})
