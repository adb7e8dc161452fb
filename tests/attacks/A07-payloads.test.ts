import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { postMessage } from '#server/rooms/index.ts'
import { aListener, aLiveNode } from '#tests/support/live.ts'
import { aWorld } from '#tests/support/world.ts'

test('packets too big, broken or unknown cost their sender the connection at most, and others nothing', async () => {
  const { ground, person, consultation } = await aWorld()
  const { roomId } = await consultation()
  const node = await aLiveNode(ground)
  const [ana, eve] = [await person(), await person()]
  const reader = aListener(node, ana)
  await reader.enter({ roomId })

  const big = aListener(node, eve)
  await big.connected()
  big.socket.emit('enter', { roomId: 'x'.repeat(70_000) }, () => {})
  await vi.waitFor(() => expect(big.socket.connected).toBe(false), { timeout: 3_000 })

  for (const packet of [
    '42["enter"',
    '451000-["enter",{"_placeholder":true,"num":0}]',
    '42{"a":1}',
    '49',
    '42["__proto__",{}]',
  ]) {
    const broken = aListener(node, eve)
    await broken.connected()
    // The engine puts the 4 of a message before it.
    broken.socket.io.engine.write(packet.slice(1))
    await new Promise((resolve) => setTimeout(resolve, 30))
    broken.close()
  }
  const elsewhere = aListener(node, eve, { namespace: '/admin' })
  expect(await elsewhere.connected()).toBe(false)
  elsewhere.close()

  await postMessage(node.ground, ana, { roomId, text: 'sempre qui', language: 'it', clientId: randomUUID() })
  await vi.waitFor(() => expect(reader.heard).toHaveLength(1), { timeout: 3_000 })
  reader.close()
  await node.close()
})
