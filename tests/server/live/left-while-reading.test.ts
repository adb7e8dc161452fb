import { randomUUID } from 'node:crypto'
import type { KyselyPlugin, UnknownRow } from 'kysely'
import { expect, test, vi } from 'vitest'
import { removeMember } from '#server/consultations/index.ts'
import { postMessage } from '#server/rooms/index.ts'
import { testDatabase } from '#tests/support/ground.ts'
import { aListener, aLiveNode } from '#tests/support/live.ts'
import { aMembersRoom } from '#tests/support/members-room.ts'

/** Answers of the database that are of a kind are kept back until they are let go. */
function holding(isHeld: (row: UnknownRow) => boolean) {
  let letGo: (() => void) | undefined
  let held = 0
  const gate = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      if (result.rows[0] && isHeld(result.rows[0])) {
        held += 1
        await gate
      }
      return result
    },
  }
  return { plugin, letGo: () => letGo?.(), held: () => held }
}

// An answer that is held keeps its connection, and the embedded database has one.
const { url } = await testDatabase()
if (!url) process.stderr.write('left while reading: skipped, it needs a Postgres (set TEST_DATABASE_URL)\n')

test.skipIf(!url)(
  'what was being read for a room that everybody left is not told to who came in since',
  async () => {
    const { ground, consultationId, roomId, chair, member } = await aMembersRoom()
    const isOn = { entries: false }
    const entries = holding((row) => isOn.entries && Object.keys(row).join() === 'key,seq')
    const deliveries = holding((row) => 'event' in row && 'removes' in row)
    const db = ground.db.withPlugin(entries.plugin).withPlugin(deliveries.plugin)
    const node = await aLiveNode({ ...ground, db })
    const says = (text: string) =>
      postMessage(ground, chair, { roomId, text, language: 'it', clientId: randomUUID() })

    const [first, late] = [aListener(node, chair), aListener(node, member)]
    await first.enter({ roomId })
    await late.connected()
    isOn.entries = true
    const entering = late.enter({ roomId })
    await vi.waitFor(() => expect(entries.held()).toBe(1))

    await says('prima')
    await removeMember(ground, chair, { consultationId, personId: member.id })
    await says('CANARINO')
    node.doorbell.ring([{ streamId: roomId, seq: 3 }])
    await vi.waitFor(() => expect(deliveries.held()).toBe(1))
    first.socket.emit('leave', { roomId })
    await new Promise((resolve) => setTimeout(resolve, 100))
    entries.letGo()
    await entering
    deliveries.letGo()

    await vi.waitFor(() => expect(late.state.removed).toBe(true), { timeout: 8_000 })
    expect(late.everything()).not.toContain('CANARINO')
    first.close()
    late.close()
    await node.close()
  },
)

test.skipIf(!url)('who is let out while what they missed is being read is not told it', async () => {
  const { ground, consultationId, roomId, chair, member } = await aMembersRoom()
  await postMessage(ground, chair, {
    roomId,
    text: 'CANARINO',
    language: 'it',
    clientId: randomUUID(),
  })
  const readings = holding((row) => 'event' in row && 'removes' in row)
  const node = await aLiveNode({ ...ground, db: ground.db.withPlugin(readings.plugin) })
  const back = aListener(node, member)
  await back.connected()
  const entering = back.enter({ roomId, after: 0 })
  await vi.waitFor(() => expect(readings.held()).toBe(1))
  await removeMember(ground, chair, { consultationId, personId: member.id })
  // The removal cannot be read either: it is the sweep that finds whoever may not be there.
  await vi.waitFor(() => expect(back.state.removed).toBe(true), { timeout: 6_000 })
  readings.letGo()
  expect(await entering).toEqual({ refusal: 'unseen' })
  expect(back.everything()).not.toContain('CANARINO')
  back.close()
  await node.close()
})
