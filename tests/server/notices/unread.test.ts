import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Person } from '#server/ground.ts'
import { listNotices } from '#server/notices/index.ts'
import { actorOf } from '#server/people/index.ts'
import { aNeed } from '#tests/support/needs.ts'
import { aProposal } from '#tests/support/proposals.ts'
import { aWorld, type World } from '#tests/support/world.ts'

/** The number in the header of a page, and how many unread notices are listed under it. */
async function unreadOf({ ground }: World, person: Person & { token: string }) {
  const request = { token: person.token, language: 'it' as const, network: '192.0.2', mayRotate: false }
  const { actor } = await actorOf(ground, { ...request, isPage: true })
  const { notices } = await listNotices(ground, person, {})
  return {
    badge: actor.kind === 'person' && actor.unread,
    listed: notices.filter((each) => !each.isRead).length,
  }
}

test('the number of unread notices is of those that are listed: what is hidden, withdrawn or out of sight is not counted', async () => {
  const world = await aWorld()
  const { db } = world.ground
  const [open, closed] = [await world.consultation(), await world.consultation({ visibility: 'members' })]
  const reader = await world.person()
  const needIn = (consultationId: string, author?: Person) =>
    aNeed(world, { consultationId, author: author ?? open.table.chair })
  const [hidden, withdrawn, own, unseen] = [
    await needIn(open.id),
    await needIn(open.id),
    await needIn(open.id, reader),
    await needIn(closed.id),
  ]
  const message = {
    id: randomUUID(),
    roomId: open.roomId,
    authorId: open.table.chair.id,
    clientId: randomUUID(),
  }
  await db
    .insertInto('messages')
    .values({ ...message, seq: 1, language: 'it', text: 'Ecco' })
    .execute()
  const proposal = await aProposal(world, open, { state: 'published' })
  await db
    .insertInto('consultationMembers')
    .values({ consultationId: closed.id, personId: reader.id, addedBy: closed.table.chair.id })
    .execute()
  const told = [
    ...[hidden, withdrawn, own, unseen].map(({ id }) => ['need-read', 'need', id]),
    ['seats-mentioned', 'message', message.id],
    ['proposal-published', 'proposal', proposal.id],
    ['consultation-closed', 'consultation', closed.id],
  ] as [string, string, string][]
  for (const [index, [kind, subjectKind, subjectId]] of told.entries()) {
    const at = { streamId: open.id, seq: 1_000 + index }
    await db
      .insertInto('events')
      .values({ ...at, name: kind, aboutId: subjectId, body: {} })
      .execute()
    await db
      .insertInto('notices')
      .values({ ...at, personId: reader.id, kind, subjectKind, subjectId })
      .execute()
  }
  const unread = () => unreadOf(world, reader)
  expect(await unread()).toEqual({ badge: 7, listed: 7 })

  for (const { id } of [hidden, own])
    await db.updateTable('needs').set({ hiddenAt: new Date() }).where('id', '=', id).execute()
  expect(await unread()).toEqual({ badge: 6, listed: 6 })
  await db.updateTable('needs').set({ state: 'withdrawn' }).where('id', '=', withdrawn.id).execute()
  expect(await unread()).toEqual({ badge: 5, listed: 5 })
  await db.updateTable('messages').set({ hiddenAt: new Date() }).where('id', '=', message.id).execute()
  expect(await unread()).toEqual({ badge: 4, listed: 4 })
  await db.deleteFrom('consultationMembers').where('personId', '=', reader.id).execute()
  expect(await unread()).toEqual({ badge: 2, listed: 2 })
  await db.updateTable('needs').set({ hiddenAt: null }).where('id', '=', hidden.id).execute()
  expect(await unread()).toEqual({ badge: 3, listed: 3 })
})
