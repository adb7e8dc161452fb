import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { listRecaps, readTalk, withdrawRecap, writeRecap } from '#server/rooms/index.ts'
import { readSheet } from '#server/sheets/index.ts'
import { aTalk } from '#tests/support/talk.ts'
import { aWorld, guest } from '#tests/support/world.ts'

const told = {
  firstLanguage: 'it' as const,
  firstText: 'Si parla di case. Mancano letti.',
  secondLanguage: 'bn' as const,
  secondText: 'বাড়ি নিয়ে কথা হচ্ছে।',
}

async function aRecapped(given: Parameters<typeof aTalk>[1] = {}) {
  const world = await aWorld()
  const talk = await aTalk(world, given)
  const talkNow = async () => (await readSheet(world.ground, 'everybody', talk.roomId, ['talk']))?.parts.talk
  return { world, ground: world.ground, talkNow, ...talk }
}

test('the newest recap stands above the talk in its two languages, all of them on their page', async () => {
  const { ground, moderator, roomId, talkNow } = await aRecapped()
  for (let n = 1; n <= 22; n++)
    await writeRecap(ground, moderator, {
      roomId,
      ...told,
      firstText: `Riassunto numero ${n}`,
      clientId: randomUUID(),
    })
  expect((await talkNow())?.recap?.texts).toEqual([
    { language: 'it', text: 'Riassunto numero 22' },
    { language: 'bn', text: told.secondText },
  ])
  const page = await listRecaps(ground, guest, { roomId })
  const rest = await listRecaps(ground, guest, { roomId, before: page.before ?? '' })
  expect([page.recaps.length, rest.recaps.length, rest.before]).toEqual([20, 2, null])
  expect([...page.recaps, ...rest.recaps].map(({ texts }) => texts[0]?.text)).toEqual(
    Array.from({ length: 22 }, (_, index) => `Riassunto numero ${22 - index}`),
  )
})

test('forty retries at once of one recap are one recap', async () => {
  const { ground, moderator, roomId } = await aRecapped()
  const clientId = randomUUID()
  const written = await Promise.all(
    Array.from({ length: 40 }, () => writeRecap(ground, moderator, { roomId, ...told, clientId })),
  )
  expect(new Set(written.map(({ recapId }) => recapId)).size).toBe(1)
  expect(ground.told).toHaveLength(1)
})

test('a recap is the moderators’, in two languages that are two, long enough and in an open room', async () => {
  const { world, ground, ana, chair, moderator, roomId, consultationId } = await aRecapped()
  const secret = await aTalk(world, { visibility: 'members' })
  const tries: [typeof ana, object, object][] = [
    [ana, {}, { reason: 'only-for-moderators' }],
    [chair, {}, { reason: 'only-for-moderators' }],
    [ana, { roomId: secret.roomId }, { kind: 'unseen', reason: 'room' }],
    [moderator, { secondLanguage: 'it' }, { fields: { secondLanguage: { reason: 'same-language' } } }],
    [moderator, { secondLanguage: 'xx' }, { fields: { secondLanguage: {} } }],
    [moderator, { firstText: 'corto' }, { fields: { firstText: { reason: 'too-short' } } }],
    [moderator, { secondText: 'a'.repeat(1501) }, { fields: { secondText: { reason: 'too-long' } } }],
  ]
  for (const [who, more, expected] of tries)
    await expect(
      writeRecap(ground, who, { roomId, ...told, clientId: randomUUID(), ...more }),
    ).rejects.toMatchObject(expected)
  await ground.db
    .updateTable('consultations')
    .set({ closedAt: new Date() })
    .where('id', '=', consultationId)
    .execute()
  await expect(
    writeRecap(ground, moderator, { roomId, ...told, clientId: randomUUID() }),
  ).rejects.toMatchObject({ reason: 'room-closed' })
  await expect(listRecaps(ground, ana, { roomId: secret.roomId })).rejects.toMatchObject({ kind: 'unseen' })
  expect(ground.told).toEqual([])
})

test('a recap that was wrong is taken back by a moderator, and read by nobody any more', async () => {
  const { ground, ana, chair, moderator, roomId, talkNow } = await aRecapped()
  const first = await writeRecap(ground, moderator, { roomId, ...told, clientId: randomUUID() })
  const wrong = await writeRecap(ground, moderator, {
    roomId,
    ...told,
    firstText: 'CANARINO con un nome',
    clientId: randomUUID(),
  })
  for (const who of [ana, chair])
    await expect(withdrawRecap(ground, who, { recapId: wrong.recapId })).rejects.toMatchObject({
      reason: 'only-for-moderators',
    })
  await expect(withdrawRecap(ground, moderator, { recapId: randomUUID() })).rejects.toMatchObject({
    kind: 'unseen',
    reason: 'recap',
  })
  ground.told.length = 0
  await Promise.all(
    Array.from({ length: 10 }, () => withdrawRecap(ground, moderator, { recapId: wrong.recapId })),
  )
  expect(ground.told).toHaveLength(1)
  expect((await talkNow())?.recap?.id).toBe(first.recapId)
  expect(JSON.stringify(await listRecaps(ground, moderator, { roomId }))).not.toContain('CANARINO')
})

test('in an open meeting the next recap is due twenty minutes after the last, and never outside one', async () => {
  const { world, ground, moderator, roomId, ...talk } = await aRecapped()
  const talkNow = () => readTalk(ground.db, roomId)
  expect((await talkNow()).recapDueAt).toBeNull()
  const { id } = await world.meeting({
    consultation: { id: talk.consultationId, roomId, table: talk.table, answering: talk.answering },
  })
  const { openedAt } = await ground.db
    .selectFrom('meetings')
    .where('id', '=', id)
    .select('openedAt')
    .executeTakeFirstOrThrow()
  const due = async () => Date.parse((await talkNow()).recapDueAt ?? '')
  expect(await due()).toBe(new Date(openedAt ?? 0).getTime() + 20 * 60_000)
  const before = Date.now()
  await writeRecap(ground, moderator, { roomId, ...told, clientId: randomUUID() })
  expect(await due()).toBeGreaterThanOrEqual(before + 20 * 60_000 - 1_000)
  await ground.db
    .updateTable('meetings')
    .set({ state: 'closed', closedAt: new Date() })
    .where('id', '=', id)
    .execute()
  expect((await talkNow()).recapDueAt).toBeNull()
})
