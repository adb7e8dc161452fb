import { expect, test, vi } from 'vitest'
import {
  answerStatement,
  joinAnswers,
  listMyAnswers,
  showNext,
  showOpinions,
} from '#server/opinions/index.ts'
import { limitsOn } from '#server/limits.ts'
import { aCollection } from '#tests/support/opinions.ts'
import { served } from '#tests/support/served.ts'
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

test('what was answered on a device is joined also after statements were closed', async () => {
  const { ground, a, consultationId, statements } = await aCollection({ letsGuests: true })
  const { token } = await answerStatement(ground, guest, { statementId: statements[0]!.id, vote: 'agree' })
  const ana = await a.person()
  await ground.db
    .updateTable('consultations')
    .set({ closedAt: new Date() })
    .where('id', '=', consultationId)
    .execute()
  expect(await showOpinions(ground, ana, { consultationId, token })).toMatchObject({ toJoin: 1 })
  expect(await joinAnswers(ground, ana, { consultationId, token })).toMatchObject({ joined: 1 })
  expect(await showOpinions(ground, ana, { consultationId, token })).toMatchObject({ toJoin: 0, answered: 1 })
})

test('what deserves more to be asked is drawn more often, each as its priority says', async () => {
  const { ground, a, consultationId, statements } = await aCollection()
  const ana = await a.person()
  for (const [at, priority] of [6, 3, 1].entries())
    await ground.db.updateTable('statements').set({ priority }).where('id', '=', statements[at]!.id).execute()
  const drawn = async (chance: number) => {
    const random = vi.spyOn(Math, 'random').mockReturnValue(chance)
    const { statement } = await showNext(ground, ana, { consultationId })
    random.mockRestore()
    return statement!.number
  }
  const turns = Array.from({ length: 10 }, (_, at) => at / 10 + 0.05)
  const numbers: number[] = []
  for (const chance of turns) numbers.push(await drawn(chance))
  expect(numbers).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1, 2])
  await answerStatement(ground, ana, { statementId: statements[0]!.id, vote: 'agree' })
  expect([await drawn(0.7), await drawn(0.8)]).toEqual([1, 2])
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

test('the same answer sent again keeps its time; another answer has its own', async () => {
  const { ground, a, statements } = await aCollection()
  const ana = await a.person()
  const statementId = statements[0]!.id
  const times: Date[] = []
  for (const [second, vote] of ['agree', 'agree', 'pass', 'pass'].entries()) {
    ground.setNow(new Date(Date.UTC(2030, 0, 1, 12, 0, second)))
    await answerStatement(ground, ana, { statementId, vote: vote as 'agree' })
    const { answeredAt } = await ground.db
      .selectFrom('opinions')
      .where('statementId', '=', statementId)
      .select('answeredAt')
      .executeTakeFirstOrThrow()
    times.push(answeredAt)
  }
  expect(times.map((time) => time.getUTCSeconds())).toEqual([0, 0, 2, 2])
})

test('who makes tokens up is stopped as who has none; a device that answered before goes on', async () => {
  const { ground, statements } = await aCollection({ letsGuests: true })
  const limited = { ...ground, limits: limitsOn(undefined, 600) }
  const [first, second] = statements.map(({ id }) => id)
  const { token } = await answerStatement(limited, guest, { statementId: first!, vote: 'agree' })
  const madeUp = await Promise.allSettled(
    Array.from({ length: 310 }, (_, at) =>
      answerStatement(limited, guest, {
        statementId: first!,
        vote: 'agree',
        token: String(at).padStart(43, 'x'),
      }),
    ),
  )
  expect(madeUp.filter(({ status }) => status === 'fulfilled')).toHaveLength(299)
  expect(madeUp.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { kind: 'too-many' } })
  await answerStatement(limited, guest, { statementId: second!, vote: 'agree', token })
})

test('at the JSON door a guest who answers twice is one participant, and enters as nobody', async () => {
  const { ground, consultationId, statements } = await aCollection({ letsGuests: true })
  const site = await served({ ground })
  const answer = async (at: number, token?: string) => {
    const response = await fetch(`${site.url}/api/v1/opinions/answer-statement`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ statementId: statements[at]!.id, vote: 'agree', token }),
    })
    expect(response.headers.get('Set-Cookie')).toBeNull()
    return (await response.json()) as { answer: { token?: string } }
  }
  const { token } = (await answer(0)).answer
  expect(token).toMatch(/^[\w-]{43}$/)
  await answer(1, token)
  const shown = await fetch(
    `${site.url}/api/v1/opinions/show-next?consultationId=${consultationId}&token=${token}`,
  )
  expect(await shown.json()).toMatchObject({ answer: { answered: 2 } })
  const { many } = await ground.db
    .selectFrom('answerers')
    .where('consultationId', '=', consultationId)
    .select(({ fn }) => fn.countAll<number>().as('many'))
    .executeTakeFirstOrThrow()
  expect(many).toBe(1)
  await site.close()
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
