import { randomUUID } from 'node:crypto'
import type { Ground } from '../ground.ts'
import { forgetHere, keepHere } from '../rooms/index.ts'
import { channelOf, type Delivery } from './delivery.ts'
import type { LiveServer, LiveSocket } from './wire.ts'

/** Tells each room how many are in it, over all nodes: when it changes, and never faster than it is asked to tell. */
export function openPresence({
  ground,
  io,
  delivery,
}: {
  ground: Ground
  io: LiveServer
  delivery: Delivery
}) {
  const nodeId = randomUUID()
  let told = new Map<string, number>()

  async function tell(): Promise<void> {
    const now = await keepHere(ground.db, nodeId, delivery.counts())
    for (const { roomId, people } of now) {
      if (told.get(roomId) !== people) io.to(channelOf(roomId)).emit('here', { roomId, people })
    }
    const before = told
    told = new Map(now.map(({ roomId, people }) => [roomId, people]))
    const left = [...before.keys()].filter((roomId) => !told.has(roomId))
    await forgetHere(ground.db, nodeId, left)
  }

  /** Whoever comes between two changes is told the last one. */
  function welcome(socket: LiveSocket, roomId: string): void {
    const people = told.get(roomId)
    if (people !== undefined) socket.emit('here', { roomId, people })
  }

  return { tell, welcome, close: () => forgetHere(ground.db, nodeId) }
}
