import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import {
  dismiss,
  hide,
  listQueue,
  report,
  restore,
  showCase,
  showLog,
  showReportable,
} from '#server/moderation/index.ts'
import {
  editMessage,
  eventsSince,
  listMessages,
  listThread,
  postMessage,
  showRoom,
} from '#server/rooms/index.ts'
import { showNeed } from '#server/needs/index.ts'
import { aNeed } from '#tests/support/needs.ts'
import { aWorld, guest, type World } from '#tests/support/world.ts'

const canary = 'CANARINO-7f3a'

async function aRoomWithAMessage(world: World, visibility: 'public' | 'members' = 'public') {
  const { roomId, id: consultationId, table } = await world.consultation({ visibility })
  const author = visibility === 'public' ? await world.person({ name: 'Autrice' }) : table.chair
  const { id } = await postMessage(world.ground, author, {
    roomId,
    text: `Un testo con ${canary} dentro`,
    language: 'it',
    clientId: randomUUID(),
  })
  world.ground.told.length = 0
  return { roomId, consultationId, table, author, message: { kind: 'message' as const, subjectId: id } }
}

const because = { reason: 'insult' as const, note: 'Offende una persona.' }

test('a report waits for the moderators of that table, who learn why and how many, never who', async () => {
  const world = await aWorld()
  const { ground, person } = world
  const { message, table } = await aRoomWithAMessage(world)
  const [one, other] = [await person({ name: 'Segnalatrice' }), await person()]
  await report(ground, one, { ...message, reason: 'insult', note: 'Mi offende' })
  await report(ground, other, { ...message, reason: 'threat' })
  const { reported } = await listQueue(ground, table.moderator, {})
  expect(reported).toMatchObject([
    { id: message.subjectId, reporters: 2, reasons: ['insult', 'threat'], notes: ['Mi offende'] },
  ])
  expect(JSON.stringify(reported)).not.toMatch(new RegExp(`Segnalatrice|${one.id}`))
  expect(ground.told).toEqual([])
  const elsewhere = await world.table()
  expect((await listQueue(ground, elsewhere.moderator, {})).reported).toEqual([])
  await expect(listQueue(ground, table.chair, {})).rejects.toMatchObject({ reason: 'only-for-moderators' })
})

test('forty reports of one person are one report', async () => {
  const world = await aWorld()
  const { message } = await aRoomWithAMessage(world)
  const one = await world.person()
  const told = await Promise.all(
    Array.from({ length: 40 }, () => report(world.ground, one, { ...message, reason: 'spam' })),
  )
  expect(new Set(told.map(({ id }) => id)).size).toBe(1)
})

test('nobody reports their own words, or what they cannot see', async () => {
  const world = await aWorld()
  const { message, author } = await aRoomWithAMessage(world)
  const secret = await aRoomWithAMessage(world, 'members')
  await expect(report(world.ground, author, { ...message, reason: 'spam' })).rejects.toMatchObject({
    reason: 'own-content',
  })
  const outsider = await world.person()
  for (const { subjectId } of [secret.message, { subjectId: randomUUID() }])
    await expect(
      report(world.ground, outsider, { kind: 'message', subjectId, reason: 'spam' }),
    ).rejects.toMatchObject({ kind: 'unseen', reason: 'message' })
  await expect(
    report(world.ground, outsider, { ...message, reason: 'boring' as never }),
  ).rejects.toMatchObject({ kind: 'invalid', fields: { reason: {} } })
})

test('a hidden text is in no answer to anybody but its author, who reads why', async () => {
  const world = await aWorld()
  const { ground, person } = world
  const { roomId, message, table, author } = await aRoomWithAMessage(world)
  const reader = await person()
  await postMessage(ground, reader, {
    roomId,
    text: 'Rispondo',
    language: 'it',
    replyTo: message.subjectId,
    clientId: randomUUID(),
  })
  await editMessage(ground, author, { messageId: message.subjectId, text: `Ancora ${canary}` })
  await hide(ground, table.moderator, { ...message, ...because })
  for (const who of [guest, reader, table.moderator, table.chair]) {
    const answers = [
      await showRoom(ground, who, { roomId }),
      await listMessages(ground, who, { roomId, before: 100 }),
      await eventsSince(ground, who, { roomId, after: 0 }),
    ]
    expect(JSON.stringify(answers)).not.toContain(canary)
    expect(answers[0]).toMatchObject({
      messages: [{ state: 'hidden', text: null, name: null, hiddenFor: null }],
    })
    const thread = await listThread(ground, who, { roomId, rootId: message.subjectId })
    expect(thread.messages).toMatchObject([{ text: 'Rispondo', replyTo: { text: null } }])
    expect(JSON.stringify(thread)).not.toContain(canary)
  }
  const { messages } = await showRoom(ground, author, { roomId })
  expect(messages[0]).toMatchObject({ state: 'hidden', text: `Ancora ${canary}`, hiddenFor: because })
  await expect(
    editMessage(ground, author, { messageId: message.subjectId, text: 'altro' }),
  ).rejects.toMatchObject({
    reason: 'message-hidden',
  })
})

test('hiding is told in the room with ids and the reason only, and upholds every open report', async () => {
  const world = await aWorld()
  const { ground, person } = world
  const { roomId, message, table } = await aRoomWithAMessage(world)
  await report(ground, await person(), { ...message, reason: 'insult' })
  await hide(ground, table.moderator, { ...message, ...because })
  expect(ground.told).toEqual([{ streamId: roomId, seq: 2 }])
  const event = await ground.db
    .selectFrom('events')
    .where('streamId', '=', roomId)
    .where('seq', '=', 2)
    .select(['name', 'aboutId', 'body'])
    .executeTakeFirstOrThrow()
  expect(event).toEqual({ name: 'message-hidden', aboutId: message.subjectId, body: { reason: 'insult' } })
  expect((await listQueue(ground, table.moderator, {})).reported).toEqual([])
})

test('only a moderator of that table decides, and never on their own words', async () => {
  const world = await aWorld()
  const { ground, person } = world
  const { roomId, message, table } = await aRoomWithAMessage(world)
  const elsewhere = await world.table()
  for (const who of [await person(), table.chair, table.secretary, elsewhere.moderator]) {
    await expect(hide(ground, who, { ...message, ...because })).rejects.toMatchObject({
      kind: 'forbidden',
      reason: 'only-for-moderators',
    })
    await expect(showCase(ground, who, message)).rejects.toMatchObject({ kind: 'forbidden' })
  }
  const own = await postMessage(ground, table.moderator, {
    roomId,
    text: 'mio',
    language: 'it',
    clientId: randomUUID(),
  })
  ground.told.length = 0
  await expect(
    hide(ground, table.moderator, { kind: 'message', subjectId: own.id, ...because }),
  ).rejects.toMatchObject({ reason: 'own-content' })
  await expect(
    hide(ground, table.moderator, { ...message, reason: 'insult', note: '' }),
  ).rejects.toMatchObject({ fields: { note: { reason: 'too-short' } } })
  expect(ground.told).toEqual([])
})

test('forty hidings at once are one act in the log', async () => {
  const world = await aWorld()
  const { ground } = world
  const { message, table } = await aRoomWithAMessage(world)
  const tried = await Promise.allSettled(
    Array.from({ length: 40 }, () => hide(ground, table.moderator, { ...message, ...because })),
  )
  expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await showLog(ground, table.moderator, {})).entries).toHaveLength(1)
  expect(ground.told).toHaveLength(1)
})

test('a dismissed report leaves the text, tells nobody, and is in the log with its reason', async () => {
  const world = await aWorld()
  const { ground, person } = world
  const { roomId, message, table } = await aRoomWithAMessage(world)
  await expect(dismiss(ground, table.moderator, { ...message, note: 'Niente' })).rejects.toMatchObject({
    reason: 'nothing-reported',
  })
  await report(ground, await person(), { ...message, reason: 'other' })
  await dismiss(ground, table.moderator, { ...message, note: 'Critica lecita.' })
  expect((await listQueue(ground, table.moderator, {})).reported).toEqual([])
  expect((await showRoom(ground, guest, { roomId })).messages[0]?.text).toContain(canary)
  expect((await showLog(ground, table.moderator, {})).entries).toMatchObject([
    { act: 'dismiss', note: 'Critica lecita.', text: { text: expect.stringContaining(canary) as string } },
  ])
  expect(ground.told).toEqual([])
})

test('a restored text is back for everybody', async () => {
  const world = await aWorld()
  const { ground } = world
  const { roomId, message, table } = await aRoomWithAMessage(world)
  await expect(restore(ground, table.moderator, { ...message, note: 'Errore' })).rejects.toMatchObject({
    reason: 'not-hidden',
  })
  await hide(ground, table.moderator, { ...message, ...because })
  await restore(ground, table.moderator, { ...message, note: 'Era lecito.' })
  const { messages } = await showRoom(ground, guest, { roomId })
  expect(messages[0]).toMatchObject({ state: 'said', hiddenFor: null })
  expect(messages[0]?.text).toContain(canary)
})

test('a hidden need is told in its consultation', async () => {
  const world = await aWorld()
  const { ground, person } = world
  const { id: consultationId, table } = await world.consultation()
  const author = await person()
  const { id } = await ground.db
    .insertInto('needs')
    .values({
      consultationId,
      authorId: author.id,
      state: 'posted',
      title: 'Titolo',
      document: JSON.stringify({}),
      plain: canary,
      language: 'it',
      territoryCode: '19',
      regionCode: '19',
      areas: ['housing'],
      concerns: ['families'],
      urgency: 'high',
      postedAt: new Date(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const need = { kind: 'need' as const, subjectId: id }
  await report(ground, await person(), { ...need, reason: 'personal-details' })
  await hide(ground, table.moderator, { ...need, ...because })
  expect(ground.told).toEqual([{ streamId: consultationId, seq: 1 }])
  const kept = await ground.db.selectFrom('needs').where('id', '=', id).select('hiddenAt').executeTakeFirst()
  expect(kept?.hiddenAt).toBeInstanceOf(Date)
  await expect(report(ground, await person(), { ...need, reason: 'spam' })).rejects.toMatchObject({
    kind: 'unseen',
  })
})

test('the log cannot be changed, and the coordinator reads decisions without the texts', async () => {
  const world = await aWorld()
  const { ground, person } = world
  const { message, table } = await aRoomWithAMessage(world)
  await hide(ground, table.moderator, { ...message, ...because })
  await expect(sql`update moderation_log set note = 'altro'`.execute(ground.db)).rejects.toThrow(
    /append-only/,
  )
  await expect(sql`delete from moderation_log`.execute(ground.db)).rejects.toThrow(/append-only/)
  const log = await showLog(ground, await person({ roles: ['coordinator'] }), {})
  expect(log.entries[0]).toMatchObject({ subjectId: message.subjectId, reason: 'insult', text: null })
  expect(JSON.stringify(log)).not.toContain(canary)
  await expect(showLog(ground, await person(), {})).rejects.toMatchObject({ reason: 'only-for-moderators' })
})

test('the author of a hidden need reads why in the moderator’s words, and nobody else does', async () => {
  const world = await aWorld()
  const { ground } = world
  const { id: consultationId, table } = await world.consultation()
  const need = await aNeed(world, { consultationId })
  await hide(ground, table.moderator, { kind: 'need', subjectId: need.id, ...because })
  expect((await showNeed(ground, need.author, { needId: need.id })).hiddenFor).toEqual(because)
  for (const who of [guest, table.chair, table.moderator])
    expect((await showNeed(ground, who, { needId: need.id })).hiddenFor).toBeNull()
})

test('after a dismissal the same person reports again what was edited since, and only that', async () => {
  const world = await aWorld()
  const { ground } = world
  const { message, table, author } = await aRoomWithAMessage(world)
  const one = await world.person()
  const again = { ...message, reason: 'threat' as const, note: 'Ora minaccia' }
  await report(ground, one, { ...message, reason: 'spam' })
  await dismiss(ground, table.moderator, { ...message, note: 'Va bene così.' })
  await report(ground, one, again)
  expect((await listQueue(ground, table.moderator, {})).reported).toEqual([])

  const { subjectId: messageId } = message
  await editMessage(ground, author, { messageId, text: 'Adesso vi aspetto fuori.' })
  expect(await showReportable(ground, one, message)).toMatchObject({ isReported: false })
  await Promise.all(Array.from({ length: 5 }, () => report(ground, one, again)))
  expect((await listQueue(ground, table.moderator, {})).reported).toMatchObject([
    { id: messageId, reporters: 1, reasons: ['threat'], notes: ['Ora minaccia'] },
  ])
  expect(await showReportable(ground, one, message)).toMatchObject({ isReported: true })
})
