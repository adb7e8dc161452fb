import { expect, test } from 'vitest'
import { aListener, aLiveNode } from '#tests/support/live.ts'
import { aWorld } from '#tests/support/world.ts'

test('only our own pages open a live connection, by WebSocket and by polling alike', async () => {
  const { ground, person } = await aWorld()
  const node = await aLiveNode(ground)
  const ana = await person()
  const { port } = new URL(node.url)
  const origins: Record<string, boolean> = {
    [node.url]: true,
    'https://evil.example': false,
    null: false,
    [`http://evil.localhost:${port}`]: false,
    [`http://localhost.evil.example:${port}`]: false,
    [`http://localhost:${Number(port) + 1}`]: false,
    [`http://localhost`]: false,
    'not an origin': false,
    '': false,
  }
  for (const transport of ['websocket', 'polling'] as const) {
    for (const [origin, expected] of Object.entries(origins)) {
      const listener = aListener(node, ana, { transport, headers: { Origin: origin } })
      expect([transport, origin, await listener.connected()]).toEqual([transport, origin, expected])
      listener.close()
    }
  }
  await node.close()
})

test('a connection that names no origin, or another host, is refused', async () => {
  const { ground, person } = await aWorld()
  const node = await aLiveNode(ground)
  const ana = await person()
  for (const transport of ['websocket', 'polling'] as const) {
    const nameless = aListener(node, ana, { transport, noOrigin: true })
    expect(await nameless.connected()).toBe(false)
    nameless.close()
    const elsewhere = aListener(node, ana, {
      transport,
      headers: { Host: 'evil.example', Origin: 'http://evil.example' },
    })
    expect(await elsewhere.connected()).toBe(false)
    elsewhere.close()
  }
  await node.close()
})
