import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { removeMember } from '#server/consultations/index.ts'
import { report, showCase, showReportable } from '#server/moderation/index.ts'
import {
  editMessage,
  eventsSince,
  listMessages,
  postMessage,
  showRoom,
  withdrawMessage,
} from '#server/rooms/index.ts'
import { isRefusal } from '#server/refusal.ts'
import { aListener, aLiveNode } from '#tests/support/live.ts'
import { aWorld, guest } from '#tests/support/world.ts'

const canary = 'CANARINO'

test('outsiders and former members learn nothing of a members-only room: title, names, words, counts', async () => {
  const { ground, person, consultation } = await aWorld()
  const { id: consultationId, roomId, table } = await consultation({ visibility: 'members' })
  const title = JSON.stringify({ it: `${canary} titolo` })
  await ground.db.updateTable('consultations').set({ title }).where('id', '=', consultationId).execute()
  const [exmember, eve] = [await person(), await person()]
  await ground.db
    .insertInto('consultationMembers')
    .values({ consultationId, personId: exmember.id, addedBy: table.chair.id })
    .execute()
  await ground.db
    .updateTable('people')
    .set({ name: `${canary} nome` })
    .where('id', '=', table.chair.id)
    .execute()
  const { id: messageId } = await postMessage(ground, table.chair, {
    roomId,
    text: `${canary} testo`,
    language: 'it',
    clientId: randomUUID(),
  })
  await removeMember(ground, table.chair, { consultationId, personId: exmember.id })

  const node = await aLiveNode(ground)
  const member = aListener(node, table.chair)
  await member.enter({ roomId })
  for (const who of [exmember, eve, guest]) {
    const subject = { kind: 'message' as const, subjectId: messageId }
    const askings = [
      () => showRoom(ground, who, { roomId }),
      () => listMessages(ground, who, { roomId, before: 9 }),
      () => eventsSince(ground, who, { roomId, after: 0 }),
      () => postMessage(ground, who, { roomId, text: 'x', language: 'it', clientId: randomUUID() }),
      () => editMessage(ground, who, { messageId, text: 'x' }),
      () => withdrawMessage(ground, who, { messageId }),
      () => showReportable(ground, who, subject),
      () => report(ground, who, { ...subject, reason: 'spam' }),
      () => showCase(ground, who, subject),
    ]
    for (const asked of askings) {
      const refused: unknown = await asked().catch((thrown: unknown) => thrown)
      expect(isRefusal(refused) && ['unseen', 'sign-in-first'].includes(reasonOrKind(refused))).toBe(true)
      expect(JSON.stringify(refused)).not.toContain(canary)
    }
  }
  const outsider = aListener(node, eve)
  await outsider.enter({ roomId })
  await vi.waitFor(() => expect(member.state.people).toBe(1), { timeout: 5_000 })
  await new Promise((resolve) => setTimeout(resolve, 2_200))
  expect(outsider.everything()).toBe('')
  member.close()
  outsider.close()
  await node.close()
})

function reasonOrKind(refused: { kind: string; reason: string }): string {
  return refused.kind === 'unseen' ? 'unseen' : refused.reason
}
