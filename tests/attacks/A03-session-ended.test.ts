import { expect, inject, test, vi } from 'vitest'
import { endSession, signOut } from '#server/people/index.ts'
import { aListener, aLiveNode } from '#tests/support/live.ts'
import { aWorld } from '#tests/support/world.ts'

const redisUrl = inject('redisUrl')

test.skipIf(!redisUrl)(
  'signing out of a device closes its connections on every node within a second',
  async () => {
    const { ground, person, consultation } = await aWorld()
    const { roomId } = await consultation()
    const [one, other] = [await aLiveNode(ground, redisUrl), await aLiveNode(ground, redisUrl)]
    const [ana, eva] = [await person(), await person()]
    const [here, there, hers] = [aListener(one, ana), aListener(other, ana), aListener(other, eva)]
    for (const each of [here, there, hers]) await each.enter({ roomId })
    await endSession(one.ground, ana, { sessionId: ana.sessionId })
    await vi.waitFor(() => expect([here.socket.connected, there.socket.connected]).toEqual([false, false]), {
      timeout: 1_000,
      interval: 10,
    })
    expect(hers.socket.connected).toBe(true)
    hers.close()
    await one.close()
    await other.close()
  },
)

test('without a doorbell an ended session is closed within five seconds, and may enter nothing meanwhile', async () => {
  const { ground, person, consultation } = await aWorld()
  const [first, second] = [await consultation(), await consultation()]
  const node = await aLiveNode(ground)
  const ana = await person()
  const listener = aListener(node, ana)
  await listener.enter({ roomId: first.roomId })
  // On a ground whose bell this node does not hear: as if it had been done on another node, Redis away.
  await signOut(ground, ana, {})
  expect(await listener.enter({ roomId: second.roomId })).toEqual({ refusal: 'unseen' })
  await vi.waitFor(() => expect(listener.socket.connected).toBe(false), { timeout: 5_000, interval: 20 })
  const back = aListener(node, ana)
  await back.enter({ roomId: first.roomId })
  await vi.waitFor(() => expect(back.state.people).toBe(1), { timeout: 5_000 })
  back.close()
  await node.close()
})
