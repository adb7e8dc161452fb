import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  approveStatement,
  arrangeStatements,
  listStatements,
  markMeta,
  rejectStatement,
  showNext,
  showTakenUp,
  showOpinions,
  showWriting,
  similarStatements,
  writeStatement,
} from '#server/opinions/index.ts'
import { listNotices, tellStream } from '#server/notices/index.ts'
import { postNeed } from '#server/needs/index.ts'
import { postMessage } from '#server/rooms/index.ts'
import { aCollection } from '#tests/support/opinions.ts'
import { aWrittenNeed } from '#tests/support/needs.ts'
import { guest } from '#tests/support/world.ts'

const text = 'Gli sportelli devono restare aperti anche di sera.'

test('what is written waits for a moderator; its author is told what became of it', async () => {
  const { ground, a, consultationId, table } = await aCollection({ statements: 0 })
  const ana = await a.person()
  const { statementId, state } = await writeStatement(ground, ana, { consultationId, text, language: 'it' })
  expect(state).toBe('waiting')
  expect(await showNext(ground, ana, { consultationId })).toMatchObject({ statement: null, asked: 0 })
  await approveStatement(ground, table.moderator, { statementId })
  expect((await showNext(ground, ana, { consultationId })).statement).toMatchObject({ text, number: 0 })
  await rejectStatement(ground, table.moderator, { statementId, reason: 'Contiene due idee.' })
  expect((await showOpinions(ground, ana, { consultationId })).mine).toEqual([
    { text, language: 'it', state: 'rejected', reason: 'Contiene due idee.' },
  ])
  expect((await showOpinions(ground, await a.person(), { consultationId })).mine).toEqual([])
  const events = await ground.db
    .selectFrom('events')
    .where('aboutId', '=', statementId)
    .orderBy('seq')
    .select('name')
    .execute()
  expect(events.map(({ name }) => name)).toEqual([
    'statement-written',
    'statement-approved',
    'statement-rejected',
  ])
})

test('where nothing is held it is asked at once; sent twice it is there once', async () => {
  const { ground, a, consultationId } = await aCollection({ statements: 0, holdsStatements: false })
  const ana = await a.person()
  const asked = { consultationId, text, clientId: randomUUID() }
  const first = await writeStatement(ground, ana, asked)
  expect(first.state).toBe('approved')
  expect(await writeStatement(ground, ana, asked)).toEqual(first)
})

test('the same is refused, what is much alike only unless it is sent anyway, in any script', async () => {
  const { ground, a, consultationId } = await aCollection({ statements: 0, holdsStatements: false })
  const ana = await a.person()
  const write = (said: string, anyway?: 'yes') =>
    writeStatement(ground, ana, { consultationId, text: said, anyway })
  for (const [one, alike] of [
    [text, 'Gli sportelli devono restare aperti anche la sera e il sabato.'],
    ['نحتاج إلى دروس لغة في المساء', 'نحتاج إلى دروس لغة مجانية في المساء'],
    ['我们需要晚上的语言课程', '我们需要晚上的免费语言课程'],
  ] as const) {
    await write(one)
    await expect(write(one.toUpperCase())).rejects.toMatchObject({
      fields: { text: { reason: 'statement-there-already' } },
    })
    await expect(write(one, 'yes')).rejects.toMatchObject({
      fields: { text: { reason: 'statement-there-already' } },
    })
    await expect(write(alike)).rejects.toMatchObject({ fields: { text: { reason: 'statement-much-alike' } } })
    expect(await similarStatements(ground, ana, { consultationId, text: alike })).toMatchObject([
      { text: one },
    ])
    await write(alike, 'yes')
  }
})

test('what waits for a moderator is shown as alike to its author alone', async () => {
  const { ground, a, consultationId, table } = await aCollection({ statements: 0 })
  const [ana, ben] = [await a.person(), await a.person()]
  const { statementId } = await writeStatement(ground, ana, { consultationId, text })
  const alike = (actor: Parameters<typeof similarStatements>[1]) =>
    similarStatements(ground, actor, { consultationId, text })
  expect(await alike(ana)).toMatchObject([{ text }])
  for (const actor of [ben, guest]) expect(await alike(actor)).toEqual([])
  await approveStatement(ground, table.moderator, { statementId })
  for (const actor of [ben, guest]) expect(await alike(actor)).toMatchObject([{ text }])
})

test('forty people who send the same at once: one of them is the first, the others are told', async () => {
  const { ground, a, consultationId } = await aCollection({ statements: 0, holdsStatements: false })
  const people = await Promise.all(Array.from({ length: 40 }, () => a.person()))
  const sent = await Promise.allSettled(
    people.map((person) => writeStatement(ground, person, { consultationId, text })),
  )
  expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await showNext(ground, people[0]!, { consultationId })).asked).toBe(1)
})

test('forty statements at once have forty numbers without a gap', async () => {
  const { ground, a, consultationId, table } = await aCollection({ statements: 0 })
  const people = await Promise.all(Array.from({ length: 40 }, () => a.person()))
  await Promise.all(
    people.map((person) => writeStatement(ground, person, { consultationId, text: randomUUID() })),
  )
  const { statements } = await listStatements(ground, table.chair, { consultationId })
  expect(statements.map(({ number }) => number)).toEqual(Array.from({ length: 40 }, (_, at) => at))
})

test('a need and a message are taken up with the link to them, and only those of this consultation', async () => {
  const { ground, a, consultation, consultationId, table } = await aCollection({ statements: 0 })
  const ana = await a.person()
  const { id: needId } = await postNeed(ground, ana, { ...aWrittenNeed(), consultationId })
  const { id: messageId } = await postMessage(ground, ana, {
    roomId: consultation.roomId,
    text: 'Servono mediatori al pronto soccorso.',
    language: 'it',
    clientId: randomUUID(),
  })
  expect((await showWriting(ground, ana, { consultationId, messageId })).source).toMatchObject({
    text: 'Servono mediatori al pronto soccorso.',
  })
  await writeStatement(ground, ana, { consultationId, text: 'Un’idea presa da un bisogno.', needId })
  await writeStatement(ground, ana, { consultationId, text: 'Servono mediatori.', messageId })
  const { statements } = await listStatements(ground, table.moderator, { consultationId })
  expect(statements.map((each) => [each.needId, each.messageId])).toEqual([
    [needId, null],
    [null, messageId],
  ])
  const ben = await a.person()
  expect(await showTakenUp(ground, ben, { needId })).toEqual({ statements: [], mayTakeUp: true })
  for (const { id: statementId } of statements)
    await approveStatement(ground, table.moderator, { statementId })
  expect(await showTakenUp(ground, guest, { needId })).toMatchObject({
    statements: [{ text: 'Un’idea presa da un bisogno.', number: 0 }],
    mayTakeUp: false,
  })
  await expect(showTakenUp(ground, ben, { needId: randomUUID() })).rejects.toMatchObject({ kind: 'unseen' })
  const asked = (await showNext(ground, ben, { consultationId })).statement!
  expect([asked.needId, asked.messageId]).toContain(asked.number === 0 ? needId : messageId)
  // What was hidden since is linked from nowhere.
  await ground.db.updateTable('needs').set({ hiddenAt: new Date() }).where('id', '=', needId).execute()
  await ground.db.updateTable('messages').set({ hiddenAt: new Date() }).where('id', '=', messageId).execute()
  expect((await showNext(ground, ben, { consultationId })).statement).toMatchObject({
    needId: null,
    messageId: null,
  })
  const elsewhere = await aCollection({ statements: 0 })
  await expect(
    writeStatement(elsewhere.ground, ana, {
      consultationId: elsewhere.consultationId,
      text: 'Non di qui.',
      needId,
    }),
  ).rejects.toMatchObject({ fields: { needId: { reason: 'not-in-list' } } })
})

test('whoever wrote what others are asked about hears of it once it is asked, and nobody of their own', async () => {
  const { ground, a, consultation, consultationId, table } = await aCollection({ statements: 0 })
  const [ana, ben] = [await a.person(), await a.person()]
  const { id: needId } = await postNeed(ground, ana, { ...aWrittenNeed(), consultationId })
  const { id: messageId } = await postMessage(ground, ana, {
    roomId: consultation.roomId,
    text: 'Servono mediatori al pronto soccorso.',
    language: 'it',
    clientId: randomUUID(),
  })
  const told = async () => {
    await tellStream(ground, consultationId)
    const { notices } = await listNotices(ground, ana, {})
    return notices.map((notice) => notice.text).toSorted()
  }
  const { statementId } = await writeStatement(ground, ben, { consultationId, text, needId })
  expect(await told()).toEqual([])
  await approveStatement(ground, table.moderator, { statementId })
  await rejectStatement(ground, table.moderator, { statementId, reason: 'Contiene due idee.' })
  await approveStatement(ground, table.moderator, { statementId })
  await writeStatement(ground, table.moderator, { consultationId, text: 'Servono mediatori.', messageId })
  const own = await writeStatement(ground, ana, {
    consultationId,
    text: 'Più mediatori, e presto.',
    messageId,
  })
  await approveStatement(ground, table.moderator, { statementId: own.statementId })
  expect(await told()).toEqual([
    'Il tuo bisogno è diventato un’affermazione: gli altri dicono se sono d’accordo.',
    'La tua affermazione è approvata: ora si può rispondere.',
    'Un tuo messaggio è diventato un’affermazione: gli altri dicono se sono d’accordo.',
  ])
})

test('who moderates seeds before it opens; nobody else writes then', async () => {
  const { ground, a, consultationId, table } = await aCollection({ statements: 0, isOpen: false })
  const { state } = await writeStatement(ground, table.moderator, { consultationId, text })
  expect(state).toBe('approved')
  const { statements } = await listStatements(ground, table.chair, { consultationId })
  expect(statements).toMatchObject([{ isSeed: true, state: 'approved' }])
  await expect(
    writeStatement(ground, await a.person(), { consultationId, text: 'Un’altra idea.' }),
  ).rejects.toMatchObject({
    reason: 'statements-not-open',
  })
  await expect(
    writeStatement(ground, guest, { consultationId, text: 'Un’altra idea.' }),
  ).rejects.toMatchObject({
    reason: 'sign-in-first',
  })
})

test.each([
  ['', 'needed'],
  ['x'.repeat(141), 'too-long'],
  ['\u202eciao a tutti', 'not-valid'],
])('what is not a statement is refused: %j', async (written, reason) => {
  const { ground, a, consultationId } = await aCollection()
  await expect(
    writeStatement(ground, await a.person(), { consultationId, text: written }),
  ).rejects.toMatchObject({
    fields: { text: { reason: expect.stringMatching(`${reason}|too-short`) as string } },
  })
})

test('only who leads arranges, only who moderates decides, and outsiders learn nothing', async () => {
  const { ground, a, consultationId, table, statements } = await aCollection()
  const ana = await a.person()
  const statementId = statements[0]!.id
  const arranged = {
    consultationId,
    isOpen: false,
    holdsStatements: false,
    letsGuests: true,
    showsResults: true,
  }
  for (const actor of [ana, table.moderator])
    await expect(arrangeStatements(ground, actor, arranged)).rejects.toMatchObject({ kind: 'forbidden' })
  for (const act of [
    () => approveStatement(ground, ana, { statementId }),
    () => rejectStatement(ground, ana, { statementId, reason: 'Perché no.' }),
    () => markMeta(ground, ana, { statementId, isMeta: true }),
    () => listStatements(ground, ana, { consultationId }),
  ])
    await expect(act()).rejects.toMatchObject({ kind: 'forbidden' })
  await arrangeStatements(ground, table.secretary, arranged)
  expect(await showOpinions(ground, ana, { consultationId })).toMatchObject({
    isOpen: false,
    letsGuests: true,
    showsResults: true,
  })
  expect(await showOpinions(ground, ana, { consultationId })).toMatchObject({ isSensitive: false })
  await arrangeStatements(ground, table.secretary, { ...arranged, isSensitive: 'yes' })
  await arrangeStatements(ground, table.secretary, arranged)
  expect(await showOpinions(ground, ana, { consultationId }), 'for good').toMatchObject({ isSensitive: true })
  await markMeta(ground, table.moderator, { statementId, isMeta: true })
  expect((await listStatements(ground, table.moderator, { consultationId })).statements[0]).toMatchObject({
    isMeta: true,
  })
  const secret = await aCollection({ visibility: 'members' })
  await expect(
    approveStatement(secret.ground, ana, { statementId: secret.statements[0]!.id }),
  ).rejects.toMatchObject({ kind: 'unseen' })
})
