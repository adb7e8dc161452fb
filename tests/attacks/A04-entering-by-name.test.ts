import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { postMessage } from '#server/rooms/index.ts'
import { aListener, aLiveNode } from '#tests/support/live.ts'
import { aWorld } from '#tests/support/world.ts'

test('asking for a room by any name answers alike, and lets nobody in', async () => {
  const { ground, person, consultation } = await aWorld()
  const secret = await consultation({ visibility: 'members' })
  const node = await aLiveNode(ground)
  const eve = await person()
  const listener = aListener(node, eve)
  await listener.connected()
  const { roomId } = secret
  const askings: unknown[] = [
    { roomId },
    { roomId: randomUUID() },
    { roomId: roomId.toUpperCase() },
    { roomId: `room:${roomId}` },
    { roomId: `${roomId}\u0000` },
    { roomId: [roomId] },
    { roomId: { $ne: null } },
    { roomId, admin: true },
    { roomId, after: -1 },
    { roomId: secret.id },
    `room:${roomId}`,
    roomId,
    [roomId],
    null,
    1,
    { __proto__: { roomId } },
  ]
  for (const asked of askings) expect(await listener.enter(asked)).toEqual({ refusal: 'unseen' })
  const say = listener.socket as unknown as { emit(name: string, ...words: unknown[]): void }
  for (const name of ['join', 'subscribe', 'room', 'events', 'here']) say.emit(name, `room:${roomId}`)
  await postMessage(node.ground, secret.table.chair, {
    roomId,
    text: 'CANARINO',
    language: 'it',
    clientId: randomUUID(),
  })
  const inside = aListener(node, secret.table.chair)
  expect(await inside.enter({ roomId, after: 0 })).toMatchObject({ seq: 1 })
  await new Promise((resolve) => setTimeout(resolve, 1_300))
  expect(listener.everything()).toBe('')
  // Still served: asking wrongly is no reason to be cut off.
  const open = await consultation()
  expect(await listener.enter({ roomId: open.roomId })).toMatchObject({ seq: 0 })
  listener.close()
  inside.close()
  await node.close()
})

test('who asks without end is cut off', async () => {
  const { ground, person } = await aWorld()
  const node = await aLiveNode(ground)
  const listener = aListener(node, await person())
  await listener.connected()
  for (let index = 0; index < 200; index += 1)
    listener.socket.emit('enter', { roomId: randomUUID() }, () => {})
  await vi.waitFor(() => expect(listener.socket.connected).toBe(false), { timeout: 3_000 })
  await node.close()
})
