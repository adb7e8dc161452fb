import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { removeMember } from '#server/consultations/index.ts'
import { postMessage } from '#server/rooms/index.ts'
import { aListener, aLiveNode } from '#tests/support/live.ts'
import { aWorld } from '#tests/support/world.ts'

// Removed while the line was down; comes back with what a recovery of the connection would ask for.
test('who was removed while away does not come back by recovering the connection', async () => {
  const { ground, person, consultation } = await aWorld()
  const { id: consultationId, roomId, table } = await consultation({ visibility: 'members' })
  const exmember = await person()
  await ground.db
    .insertInto('consultationMembers')
    .values({ consultationId, personId: exmember.id, addedBy: table.chair.id })
    .execute()
  const node = await aLiveNode(ground)
  const says = (text: string) =>
    postMessage(node.ground, table.chair, { roomId, text, language: 'it', clientId: randomUUID() })

  // Somebody stays, so that the node goes on delivering the room.
  const stays = aListener(node, table.chair)
  await stays.enter({ roomId })
  const before = aListener(node, exmember)
  await before.enter({ roomId })
  await says('quando c’era')
  await vi.waitFor(() => expect(before.heard).toHaveLength(1))
  // The parts of a recovery that the server would have handed out.
  const session = before.socket as unknown as { _pid?: string; _lastOffset?: string }
  // oxlint-disable-next-line no-underscore-dangle -- where the client keeps what a recovery would ask for
  const recovery = { pid: session._pid ?? randomUUID(), offset: session._lastOffset ?? '' }
  before.socket.io.engine.close()
  await vi.waitFor(() => expect(before.socket.connected).toBe(false))

  await removeMember(node.ground, table.chair, { consultationId, personId: exmember.id })
  await says('CANARINO dopo')
  const back = aListener(node, exmember, { auth: recovery })
  expect(await back.connected()).toBe(true)
  expect(back.socket.recovered).not.toBe(true)
  expect(await back.enter({ roomId, after: 0 })).toEqual({ refusal: 'unseen' })
  await says('CANARINO ancora')
  await vi.waitFor(() => expect(stays.heard).toHaveLength(4), { timeout: 5_000 })
  expect(before.everything() + back.everything()).not.toContain('CANARINO')
  stays.close()
  before.close()
  back.close()
  await node.close()
})
