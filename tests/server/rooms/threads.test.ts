import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { MessagesShown } from '#server/rooms/contract.ts'
import { hide, restore } from '#server/moderation/index.ts'
import {
  listMessages,
  listThread,
  parkMessage,
  putReaction,
  setHold,
  showMessage,
  showRoom,
  takeBackReaction,
  withdrawMessage,
} from '#server/rooms/index.ts'
import { aTalk, note, outcomes } from '#tests/support/talk.ts'
import { aWorld, guest } from '#tests/support/world.ts'

test('an answer to an answer joins the same thread, and the main order holds only what answers nothing', async () => {
  const world = await aWorld()
  const { roomId, says, ana } = await aTalk(world)
  const first = await says(ana, 'prima')
  const second = await says(ana, 'seconda')
  const answer = await says(ana, 'risposta', { replyTo: first.id })
  const deeper = await says(ana, 'risposta alla risposta', { replyTo: answer.id })
  expect([first.rootId, answer.rootId, deeper.rootId]).toEqual([null, first.id, first.id])
  const room = await showRoom(world.ground, guest, { roomId })
  expect(room.messages.map(({ id, answers }) => [id, answers])).toEqual([
    [first.id, 2],
    [second.id, 0],
  ])
  const thread = await listThread(world.ground, guest, { roomId, rootId: first.id })
  expect(thread.root).toMatchObject({ id: first.id, answers: 2 })
  expect(thread.messages.map(({ id, rootId }) => [id, rootId])).toEqual([
    [answer.id, first.id],
    [deeper.id, first.id],
  ])
  expect(thread.messages[1]?.replyTo).toMatchObject({ id: answer.id, text: 'risposta' })
})

test('a long thread and a long main order come in pages that neither skip nor repeat', async () => {
  const world = await aWorld()
  const { roomId, says, ana } = await aTalk(world)
  const roots: string[] = []
  const answers: string[] = []
  const first = await says(ana, 'radice')
  for (let n = 0; n < 60; n++) {
    answers.push((await says(ana, `risposta ${n}`, { replyTo: first.id })).id)
    roots.push((await says(ana, `messaggio ${n}`)).id)
  }
  const thread = await wholly(await listThread(world.ground, guest, { roomId, rootId: first.id }), (before) =>
    listThread(world.ground, guest, { roomId, rootId: first.id, before }),
  )
  expect(thread).toEqual(answers)
  const main = await wholly(await showRoom(world.ground, guest, { roomId }), (before) =>
    listMessages(world.ground, guest, { roomId, before }),
  )
  expect(main).toEqual([first.id, ...roots])
})

type Page = Pick<MessagesShown, 'messages' | 'olderThan'>

/** The ids of everything, from the newest page back to the first. */
async function wholly(newest: Page, older: (before: number) => Promise<Page>): Promise<string[]> {
  const ids: string[] = []
  for (let page = newest; ; page = await older(page.olderThan)) {
    ids.unshift(...page.messages.map(({ id }) => id))
    if (page.olderThan === null) return ids
  }
}

test('what was taken away is not counted, and its place in the thread says nothing of it', async () => {
  const world = await aWorld()
  const { roomId, says, ana, moderator } = await aTalk(world)
  const first = await says(ana)
  const gone = await says(ana, 'CANARINO ritirato', { replyTo: first.id })
  const hidden = await says(ana, 'CANARINO nascosto', { replyTo: gone.id })
  const parked = await says(ana, 'CANARINO da parte', { replyTo: hidden.id })
  await says(ana, 'resta', { replyTo: parked.id })
  await withdrawMessage(world.ground, ana, { messageId: gone.id })
  await hide(world.ground, moderator, { kind: 'message', subjectId: hidden.id, reason: 'insult', note })
  await parkMessage(world.ground, moderator, { messageId: parked.id, note })
  const reader = await world.person()
  for (const who of [guest, reader, moderator]) {
    const thread = await listThread(world.ground, who, { roomId, rootId: first.id })
    expect(thread.root.answers).toBe(1)
    expect(thread.messages.map(({ state }) => state)).toEqual(['withdrawn', 'hidden', 'parked', 'said'])
    expect(thread.messages[3]?.replyTo).toMatchObject({ text: null, name: null })
    expect(JSON.stringify(thread)).not.toContain('CANARINO')
  }
  for (const { id } of [gone, hidden, parked])
    await expect(says(ana, 'no', { replyTo: id })).rejects.toMatchObject({ reason: 'reply-gone' })
})

test('a thread of another room, of an answer, of what waits and of a closed room is not there', async () => {
  const world = await aWorld()
  const here = await aTalk(world)
  const elsewhere = await aTalk(world, { visibility: 'members' })
  const first = await here.says(here.ana)
  const answer = await here.says(here.ana, 'sì', { replyTo: first.id })
  const secret = await elsewhere.says(elsewhere.chair, 'segreto')
  await setHold(world.ground, here.chair, { roomId: here.roomId, hold: 'on', note })
  const held = await here.says(here.ana, 'aspetta')
  for (const [roomId, rootId] of [
    [here.roomId, randomUUID()],
    [here.roomId, answer.id],
    [here.roomId, secret.id],
    [here.roomId, held.id],
    [elsewhere.roomId, secret.id],
  ] as const)
    await expect(listThread(world.ground, here.ana, { roomId, rootId })).rejects.toMatchObject({
      kind: 'unseen',
    })
  for (const messageId of [secret.id, held.id, randomUUID()])
    await expect(showMessage(world.ground, here.ana, { messageId })).rejects.toMatchObject({
      kind: 'unseen',
      reason: 'message',
    })
  expect((await showMessage(world.ground, guest, { messageId: answer.id })).message.rootId).toBe(first.id)
})

test('sixty answers and reactions while their message is hidden and shown: each is in or refused, and none waits for ever', async () => {
  const world = await aWorld()
  const { ground } = world
  const { roomId, says, ana, moderator } = await aTalk(world)
  const bruno = await world.person()
  const root = await says(ana, 'radice')
  const subject = { kind: 'message' as const, subjectId: root.id }
  const [answers, reactions] = await Promise.all([
    Promise.allSettled(
      Array.from({ length: 30 }, (_, n) => says(ana, `risposta ${n}`, { replyTo: root.id })),
    ),
    Promise.allSettled(
      Array.from({ length: 30 }, (_, n) =>
        (n % 2 === 0 ? putReaction : takeBackReaction)(ground, bruno, { messageId: root.id, kind: 'agree' }),
      ),
    ),
    (async () => {
      for (let n = 0; n < 5; n++) {
        await hide(ground, moderator, { ...subject, reason: 'spam', note })
        await restore(ground, moderator, { ...subject, note })
      }
    })(),
  ])
  const answered = outcomes(answers)
  expect(new Set([...answered.reasons, 'reply-gone'])).toEqual(new Set(['reply-gone']))
  expect(new Set([...outcomes(reactions).reasons, 'message-gone'])).toEqual(new Set(['message-gone']))
  const thread = await listThread(ground, guest, { roomId, rootId: root.id })
  expect(thread.root.answers).toBe(answered.done.length)
})
