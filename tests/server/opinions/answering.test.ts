import { expect, test } from 'vitest'
import {
  answerStatement,
  joinAnswers,
  listMyAnswers,
  showNext,
  showOpinions,
} from '#server/opinions/index.ts'
import { aCollection } from '#tests/support/opinions.ts'
import { guest } from '#tests/support/world.ts'

test('one statement at a time until all are answered; answers are seen and changed', async () => {
  const { ground, a, consultationId, statements } = await aCollection()
  const ana = await a.person()
  const seen = new Set<string>()
  for (let turn = 0; turn < 3; turn++) {
    const { statement, asked, answered } = await showNext(ground, ana, { consultationId })
    expect([asked, answered]).toEqual([3, turn])
    seen.add(statement!.id)
    await answerStatement(ground, ana, { statementId: statement!.id, vote: 'agree' })
  }
  expect([...seen].sort()).toEqual(statements.map(({ id }) => id).sort())
  expect(await showNext(ground, ana, { consultationId })).toMatchObject({ statement: null, answered: 3 })
  await answerStatement(ground, ana, { statementId: statements[1]!.id, vote: 'disagree' })
  await answerStatement(ground, ana, { statementId: statements[2]!.id, vote: 'pass' })
  const { answers } = await listMyAnswers(ground, ana, { consultationId })
  expect(answers.map(({ number, vote }) => [number, vote])).toEqual([
    [0, 'agree'],
    [1, 'disagree'],
    [2, 'pass'],
  ])
})

test('forty answers of one person at once, first ones too, are one answerer and one answer each', async () => {
  const { ground, a, consultationId, statements } = await aCollection({ statements: 4 })
  const ana = await a.person()
  const votes = ['agree', 'disagree', 'pass'] as const
  await Promise.all(
    Array.from({ length: 40 }, (_, at) =>
      answerStatement(ground, ana, { statementId: statements[at % 4]!.id, vote: votes[at % 3]! }),
    ),
  )
  const answerers = await ground.db
    .selectFrom('answerers')
    .where('consultationId', '=', consultationId)
    .selectAll()
    .execute()
  expect(answerers).toHaveLength(1)
  expect((await listMyAnswers(ground, ana, { consultationId })).answers).toHaveLength(4)
})

test('without an account: the device is handed a token, and its answers are added to an account once it has one', async () => {
  const { ground, a, consultationId, statements } = await aCollection({ letsGuests: true })
  const [first, second] = statements.map(({ id }) => id)
  const { token } = await answerStatement(ground, guest, { statementId: first!, vote: 'agree' })
  expect(token).toMatch(/^[\w-]{43}$/)
  expect(await answerStatement(ground, guest, { statementId: second!, vote: 'pass', token })).toEqual({
    consultationId,
  })
  expect(await showNext(ground, guest, { consultationId, token })).toMatchObject({ answered: 2, asked: 3 })
  expect(await showNext(ground, guest, { consultationId })).toMatchObject({ answered: 0 })
  const kept = JSON.stringify(
    await ground.db
      .selectFrom('answerers')
      .where('consultationId', '=', consultationId)
      .selectAll()
      .execute(),
  )
  expect(kept).not.toContain(token)

  const ana = await a.person()
  await answerStatement(ground, ana, { statementId: first!, vote: 'disagree' })
  expect(await showOpinions(ground, ana, { consultationId, token })).toMatchObject({ toJoin: 2, answered: 1 })
  await Promise.all(Array.from({ length: 5 }, () => joinAnswers(ground, ana, { consultationId, token })))
  const { answers } = await listMyAnswers(ground, ana, { consultationId })
  expect(answers.map(({ vote }) => vote)).toEqual(['disagree', 'pass'])
  expect(await showOpinions(ground, ana, { consultationId, token })).toMatchObject({ toJoin: 0, answered: 2 })
  expect(await showNext(ground, guest, { consultationId, token })).toMatchObject({ answered: 0 })
})

test('a token is worth nothing in another consultation', async () => {
  const one = await aCollection({ letsGuests: true })
  const other = await aCollection({ letsGuests: true })
  const { token } = await answerStatement(one.ground, guest, {
    statementId: one.statements[0]!.id,
    vote: 'agree',
  })
  await answerStatement(other.ground, guest, { statementId: other.statements[0]!.id, vote: 'agree', token })
  const keys = await one.ground.db
    .selectFrom('answerers')
    .where('consultationId', 'in', [one.consultationId, other.consultationId])
    .select('guestKey')
    .execute()
  expect(new Set(keys.map(({ guestKey }) => guestKey!.toString('hex'))).size).toBe(2)
})

test.each([
  ['a guest where accounts are needed', {}, 'guest', 'sign-in-first'],
  ['before it opens', { isOpen: false }, 'person', 'statements-not-open'],
  [
    'who speaks for nobody, where organisations take part',
    { participation: 'organisations' },
    'person',
    'only-for-organisations',
  ],
] as const)('not answered: %s', async (_, given, who, reason) => {
  const { ground, a, consultationId, statements } = await aCollection(given)
  const actor = who === 'guest' ? guest : await a.person()
  const asked = { statementId: statements[0]!.id, vote: 'agree' as const }
  await expect(answerStatement(ground, actor, asked)).rejects.toMatchObject({ reason })
  expect(await showNext(ground, actor, { consultationId })).toMatchObject({
    statement: null,
    may: { answer: false },
  })
})

test('a representative answers where organisations take part, and a guest where the consultation lets them', async () => {
  const { ground, a, statements } = await aCollection({ participation: 'organisations' })
  const { representative } = await a.organisation()
  await answerStatement(ground, representative, { statementId: statements[0]!.id, vote: 'agree' })
  const open = await aCollection({ participation: 'organisations', letsGuests: true })
  await answerStatement(open.ground, guest, { statementId: open.statements[0]!.id, vote: 'agree' })
})

test('what waits, what was rejected, what is closed and what outsiders may not see is not answered', async () => {
  const { ground, a, consultationId, statements } = await aCollection()
  const ana = await a.person()
  const [waiting, rejected, asked] = statements.map(({ id }) => id)
  await ground.db.updateTable('statements').set({ state: 'waiting' }).where('id', '=', waiting!).execute()
  await ground.db.updateTable('statements').set({ state: 'rejected' }).where('id', '=', rejected!).execute()
  for (const statementId of [waiting!, rejected!])
    await expect(answerStatement(ground, ana, { statementId, vote: 'agree' })).rejects.toMatchObject({
      reason: 'statement-not-asked',
    })
  await ground.db
    .updateTable('consultations')
    .set({ closedAt: new Date() })
    .where('id', '=', consultationId)
    .execute()
  await expect(answerStatement(ground, ana, { statementId: asked!, vote: 'agree' })).rejects.toMatchObject({
    reason: 'consultation-closed',
  })
  const secret = await aCollection({ visibility: 'members' })
  await expect(
    answerStatement(secret.ground, ana, { statementId: secret.statements[0]!.id, vote: 'agree' }),
  ).rejects.toMatchObject({ kind: 'unseen' })
  await expect(
    answerStatement(ground, ana, { statementId: asked!, vote: 'yes' as 'agree' }),
  ).rejects.toMatchObject({ kind: 'invalid' })
})
