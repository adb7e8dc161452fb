import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { showDecisions, showTakingUp, takeUpMessage } from '#server/decisions/index.ts'
import { hide, restore } from '#server/moderation/index.ts'
import { editMessage, postMessage, withdrawMessage } from '#server/rooms/index.ts'
import { showMinutes } from '#server/minutes/index.ts'
import { aDecidingTable, toldIn, type Deciding } from '#tests/support/deciding.ts'
import { aWorld, guest, type World } from '#tests/support/world.ts'

async function aMessage(world: World, sitting: Deciding, text = 'Le case ci sono, mancano i contratti.') {
  const { first, roomId } = sitting
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a room's message, not a window's
  const { id } = await postMessage(world.ground, first.holder, {
    roomId,
    text,
    language: 'it',
    organisationId: first.organisationId,
    clientId: randomUUID(),
  })
  return id
}

function statementsOf({ content }: Awaited<ReturnType<typeof showMinutes>>) {
  return content.items.flatMap((item) => item.statements)
}

test('chair, secretary and mediator take up a message: it stays where it was said, and is in the record once', async () => {
  const world = await aWorld()
  const sitting = await aDecidingTable(world)
  const { chair, secretary, moderator, meetingId, roomId, first, itemId } = sitting
  const messageId = await aMessage(world, sitting)
  const taken = await Promise.all(
    [chair, secretary, moderator].flatMap((who) =>
      Array.from({ length: 13 }, () => takeUpMessage(world.ground, who, { meetingId, messageId })),
    ),
  )
  expect(new Set(taken.map(({ statementId }) => statementId)).size).toBe(1)
  expect((await showDecisions(world.ground, guest, { meetingId })).takenUp).toEqual([messageId])
  const shown = await showMinutes(world.ground, guest, { meetingId })
  expect(shown.content.items).toMatchObject([{ id: itemId }])
  expect(statementsOf(shown)).toMatchObject([
    {
      messageId,
      organisation: first.name,
      name: null,
      text: 'Le case ci sono, mancano i contratti.',
      isEdited: false,
    },
  ])
  expect((await toldIn(world, roomId)).filter((name) => name === 'statement-taken-up')).toHaveLength(1)
})

test('nobody else takes up; not a message of another room, one that is gone, or one of no meeting', async () => {
  const world = await aWorld()
  const sitting = await aDecidingTable(world)
  const elsewhere = await aDecidingTable(world)
  const { chair, meetingId, first } = sitting
  const messageId = await aMessage(world, sitting)
  for (const who of [first.holder, await world.person(), elsewhere.chair])
    for (const act of [takeUpMessage, showTakingUp])
      await expect(act(world.ground, who, { meetingId, messageId })).rejects.toMatchObject({
        kind: 'forbidden',
        reason: 'only-for-officers',
      })
  const foreign = await aMessage(world, elsewhere)
  for (const id of [foreign, randomUUID()])
    await expect(takeUpMessage(world.ground, chair, { meetingId, messageId: id })).rejects.toMatchObject({
      kind: 'unseen',
      reason: 'message',
    })
  await expect(
    takeUpMessage(world.ground, chair, { meetingId, messageId, itemId: elsewhere.itemId }),
  ).rejects.toMatchObject({ fields: { itemId: { reason: 'not-in-list' } } })
  await withdrawMessage(world.ground, first.holder, { messageId })
  await expect(takeUpMessage(world.ground, chair, { meetingId, messageId })).rejects.toMatchObject({
    kind: 'unseen',
  })
})

test('hidden or withdrawn later, it goes from the draft; restored, it is back; edited, that is said', async () => {
  const world = await aWorld()
  const sitting = await aDecidingTable(world)
  const { moderator, meetingId, first } = sitting
  const messageId = await aMessage(world, sitting)
  await takeUpMessage(world.ground, moderator, { meetingId, messageId })
  const statements = async () => statementsOf(await showMinutes(world.ground, guest, { meetingId }))
  const subject = { kind: 'message' as const, subjectId: messageId, note: 'Letto.' }
  await hide(world.ground, moderator, { ...subject, reason: 'insult' })
  expect(await statements()).toEqual([])
  expect((await showDecisions(world.ground, guest, { meetingId })).takenUp).toEqual([])
  await restore(world.ground, moderator, subject)
  expect(await statements()).toHaveLength(1)
  await editMessage(world.ground, first.holder, { messageId, text: 'Le case ci sono.' })
  expect(await statements()).toMatchObject([{ text: 'Le case ci sono.', isEdited: true }])
  await withdrawMessage(world.ground, first.holder, { messageId })
  expect(await statements()).toEqual([])
})
