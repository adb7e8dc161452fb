import { randomUUID } from 'node:crypto'
import { expect, inject, test, vi } from 'vitest'
import { removeMember } from '#server/consultations/index.ts'
import { eventsSince, listMessages, postMessage, showRoom } from '#server/rooms/index.ts'
import { aListener, aLiveNode } from '#tests/support/live.ts'
import { aWorld } from '#tests/support/world.ts'

const redisUrl = inject('redisUrl')
const soon = { timeout: 8_000, interval: 20 }

for (const bell of ['Redis', 'the sweep, as when Redis is stopped'] as const) {
  test.skipIf(bell === 'Redis' && !redisUrl)(
    `removed through one node, connected to another: nothing after the removal, told by ${bell}`,
    async () => {
      const { ground, person, consultation } = await aWorld()
      const { id: consultationId, roomId, table } = await consultation({ visibility: 'members' })
      const exmember = await person()
      await ground.db
        .insertInto('consultationMembers')
        .values({ consultationId, personId: exmember.id, addedBy: table.chair.id })
        .execute()
      const url = bell === 'Redis' ? redisUrl : undefined
      const [one, other] = [await aLiveNode(ground, url), await aLiveNode(ground, url)]
      const says = (text: string) =>
        postMessage(one.ground, table.chair, { roomId, text, language: 'it', clientId: randomUUID() })
      const [removed, stays] = [aListener(other, exmember), aListener(other, table.chair)]
      await removed.enter({ roomId })
      await stays.enter({ roomId })

      // No pause between: what the other node reads at once holds messages of both sides of the removal.
      const sent = [says('prima'), says('prima')]
      await Promise.all(sent)
      await removeMember(one.ground, table.chair, { consultationId, personId: exmember.id })
      await Promise.all(Array.from({ length: 20 }, (_, index) => says(`CANARINO ${index}`)))

      await vi.waitFor(() => expect(stays.heard).toHaveLength(23), soon)
      expect(removed.heard.map(({ seq }) => seq)).toEqual([1, 2])
      expect(removed.everything()).not.toContain('CANARINO')
      for (const asked of [
        () => showRoom(ground, exmember, { roomId }),
        () => listMessages(ground, exmember, { roomId, before: 100 }),
        () => eventsSince(ground, exmember, { roomId, after: 0 }),
      ])
        await expect(asked()).rejects.toMatchObject({ kind: 'unseen', reason: 'room' })
      removed.close()
      stays.close()
      await one.close()
      await other.close()
    },
  )
}
