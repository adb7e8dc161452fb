import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { postMessage } from '#server/rooms/index.ts'
import { testDatabase } from '#tests/support/ground.ts'
import { aListener, aLiveNode } from '#tests/support/live.ts'
import { aWorld } from '#tests/support/world.ts'

// The embedded database has one connection, and a flood of messages keeps it from reading what is to be delivered.
const { url } = await testDatabase()
if (!url) process.stderr.write('A09: skipped, it needs a Postgres (set TEST_DATABASE_URL)\n')

test.skipIf(!url)(
  'who stops reading is cut off before much waits for them, and finds everything when they come back',
  async () => {
    const { ground, person, consultation } = await aWorld()
    const { roomId } = await consultation()
    const node = await aLiveNode(ground)
    const ana = await person()
    const [slow, quick] = [aListener(node, await person()), aListener(node, ana)]
    await slow.enter({ roomId })
    await quick.enter({ roomId })
    // The network's own buffers take a lot before anything has to wait here.
    const line = (
      slow.socket.io.engine.transport as unknown as { ws: { _socket: { pause(): void; resume(): void } } }
    )
      // oxlint-disable-next-line no-underscore-dangle -- the socket below the WebSocket is named so
      .ws._socket
    line.pause()
    let sent = 0
    const isCutOff = async () => {
      const { socketsOnNode } = await node.count()
      return socketsOnNode === 1
    }
    while (!(await isCutOff()) && sent < 6_000) {
      await Promise.all(
        Array.from({ length: 50 }, () =>
          postMessage(node.ground, ana, {
            roomId,
            text: 'parole '.repeat(570),
            language: 'it',
            clientId: randomUUID(),
          }),
        ),
      )
      sent += 50
    }
    await vi.waitFor(async () => expect(await isCutOff()).toBe(true), { timeout: 10_000 })
    await vi.waitFor(() => expect(quick.heard).toHaveLength(sent), { timeout: 10_000 })
    line.resume()
    slow.close()
    const back = aListener(node, ana)
    const entered = await back.enter({ roomId, after: sent - 10 })
    expect(entered).toMatchObject({ seq: sent, missed: { length: 10 } })
    back.close()
    quick.close()
    await node.close()
  },
  60_000,
)
