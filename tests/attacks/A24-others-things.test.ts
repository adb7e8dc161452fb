import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { postNeed, saveNeedDraft, showNeedForm } from '#server/needs/index.ts'
import { postMessage } from '#server/rooms/index.ts'
import { aWrittenNeed } from '#tests/support/needs.ts'
import { actAt, canary, othersThings, refusalOf } from './others-things.ts'

// What is uploaded are files of surveys: `keep-file.test.ts` tries what is kept of them and who may take it. Here is
// every other thing that one person stored and another may name: drafts, devices, invitations, notices, texts, and (beside this
// file) what is tied to another place.

let things: Awaited<ReturnType<typeof othersThings>>
beforeAll(async () => {
  things = await othersThings()
})

test.each([
  ['people/endSession', 'sessionId', {}],
  ['notices/markRead', 'noticeId', {}],
  ['organisations/withdrawInvitation', 'invitationId', {}],
  ['needs/editNeed', 'needId', { ...aWrittenNeed() }],
  ['needs/withdrawNeed', 'needId', {}],
  ['needs/showNeedToEdit', 'needId', {}],
  ['rooms/editMessage', 'messageId', { text: 'Altro' }],
  ['rooms/withdrawMessage', 'messageId', {}],
  ['rooms/showOwnMessage', 'messageId', {}],
] as const)('%s of somebody else is refused and changes nothing', async (path, name, more) => {
  const { ground, eve, theirs, stored } = things
  const before = await stored()
  const answer = await refusalOf(actAt(path)(ground, eve, { ...more, [name]: theirs[name] }))
  expect(answer).not.toHaveProperty('answer')
  // Of what everybody reads it may be said that it is not theirs; of anything else, not even that it is there.
  const absent = await refusalOf(actAt(path)(ground, eve, { ...more, [name]: randomUUID() }))
  if (!['needId', 'messageId'].includes(name)) expect(answer).toEqual(absent)
  expect(await stored()).toEqual(before)
  expect(ground.told).toEqual([])
})

test('a draft is its author’s, whoever knows its name', async () => {
  const { ground, eve, victim, open, theirs } = things
  const asked = { consultationId: open.id, draft: theirs.clientId }
  await expect(showNeedForm(ground, eve, asked)).rejects.toMatchObject({ kind: 'unseen' })
  await saveNeedDraft(ground, eve, {
    consultationId: open.id,
    clientId: theirs.clientId,
    title: 'Mia',
  })
  await actAt('needs/dropNeedDraft')(ground, eve, { clientId: theirs.clientId })
  expect((await showNeedForm(ground, victim, asked)).draft).toMatchObject({ title: canary })
})

test('a name that another has given to something does not lead to it', async () => {
  const { ground, eve, victim, open } = things
  const clientId = randomUUID()
  const need = { ...aWrittenNeed(), consultationId: open.id, clientId }
  const [first, second] = [await postNeed(ground, victim, need), await postNeed(ground, eve, need)]
  expect(second.id).not.toBe(first.id)
  const message = { roomId: open.roomId, text: 'Ciao', language: 'it' as const, clientId }
  const said = [await postMessage(ground, victim, message), await postMessage(ground, eve, message)]
  expect(said[1]?.id).not.toBe(said[0]?.id)
})
