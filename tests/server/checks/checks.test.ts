import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  answerCheck,
  closeCheck,
  openCheck,
  readChecks,
  showChecks,
  showMyAnswers,
  tellChecks,
} from '#server/checks/index.ts'
import { guest } from '#tests/support/world.ts'
import { aSitting } from '#tests/support/sitting.ts'

async function sitting(given: Parameters<typeof aSitting>[0] = {}) {
  const its = await aSitting(given)
  const { ground, meetingId, table, at, roomId } = its
  const asked = (more: object = {}) => ({
    meetingId,
    kind: 'temperature' as const,
    unit: 'seat' as const,
    question: 'Siamo pronti a votare?',
    language: 'it' as const,
    options: [],
    seconds: 60,
    clientId: randomUUID(),
    ...more,
  })
  const open = async (more: object = {}) => (await openCheck(ground, table.chair, asked(more))).checkId
  const answer = (number: number, checkId: string, choice: number) =>
    answerCheck(ground, at(number).holder, { meetingId, checkId, choice, seatId: at(number).id })
  const shown = () => readChecks(ground.db, meetingId)
  /** What was told in this room: the sweep is for all of them. */
  const told = () => ground.told.filter(({ streamId }) => streamId === roomId).length
  return { ...its, asked, open, answer, shown, told }
}

test('a check by seat: answered once, changed while it is open, its result shown when it is closed', async () => {
  const { ground, meetingId, table, come, open, answer, shown, at } = await sitting()
  await come(0, 1, 2)
  const checkId = await open()
  await answer(0, checkId, 0)
  await answer(0, checkId, 2)
  await answer(1, checkId, 0)
  expect(await showMyAnswers(ground, at(0).holder, { meetingId })).toEqual([
    { checkId, unitId: at(0).id, choice: 2 },
  ])
  expect(await shown()).toMatchObject({ open: { id: checkId, answered: 0 }, last: null })
  await tellChecks(ground)
  expect(await shown()).toMatchObject({ open: { id: checkId, answered: 2 }, last: null })
  await closeCheck(ground, table.chair, { meetingId, checkId })
  expect(await shown()).toMatchObject({
    open: null,
    last: { id: checkId, counts: { total: 2, cells: [1, 0, 1] } },
  })
  expect(await showChecks(ground, guest, { meetingId })).toMatchObject({
    closed: [{ id: checkId, counts: { total: 2 } }],
    may: { open: false },
  })
})

test('it closes by the platform’s clock, told once however many nodes see it, and nobody answers after', async () => {
  const { ground, come, open, answer, shown, after, told, table, meetingId } = await sitting()
  after(0)
  await come(0)
  const checkId = await open({ seconds: 60 })
  after(59.9)
  await answer(0, checkId, 1)
  after(60)
  await expect(answer(0, checkId, 2)).rejects.toMatchObject({ kind: 'conflict', reason: 'check-closed' })
  ground.told.length = 0
  await Promise.all(Array.from({ length: 40 }, () => tellChecks(ground)))
  expect(told()).toBe(1)
  expect((await shown()).last).toMatchObject({ id: checkId, counts: { total: 1, cells: [0, 1, 0] } })
  await closeCheck(ground, table.chair, { meetingId, checkId })
  expect(told()).toBe(1)
})

test('a question has two to six answers of its own, all different', async () => {
  const { ground, table, asked, come, answer, shown, meetingId } = await sitting()
  const opening = (options: string[]) => openCheck(ground, table.chair, asked({ kind: 'question', options }))
  for (const [options, reason] of [
    [['Solo una', '', ''], 'too-few-options'],
    [['a', 'b', 'c', 'd', 'e', 'f', 'g'], 'too-many-options'],
    [['Sì', 'sì'], 'options-alike'],
  ] as const)
    await expect(opening([...options])).rejects.toMatchObject({
      kind: 'invalid',
      fields: { options: { reason } },
    })
  await come(0)
  const { checkId } = await opening(['Lunedì', 'Martedì', '', '', '', ''])
  await expect(answer(0, checkId, 2)).rejects.toMatchObject({
    fields: { choice: { reason: 'not-in-list' } },
  })
  await answer(0, checkId, 1)
  await closeCheck(ground, table.chair, { meetingId, checkId })
  expect((await shown()).last).toMatchObject({
    options: ['Lunedì', 'Martedì'],
    counts: { cells: [0, 1] },
  })
})

test('only who presides opens and closes, one at a time, in an open meeting, for a stated time', async () => {
  const { ground, table, at, asked, open, person, meetingId, after } = await sitting()
  for (const who of [at(0).holder, table.moderator, await person()])
    await expect(openCheck(ground, who, asked())).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(openCheck(ground, guest, asked())).rejects.toMatchObject({ reason: 'sign-in-first' })
  await expect(openCheck(ground, table.chair, asked({ seconds: 5 }))).rejects.toMatchObject({
    fields: { seconds: { reason: 'too-small' } },
  })
  await expect(openCheck(ground, table.chair, asked({ question: ' ' }))).rejects.toMatchObject({
    fields: { question: { reason: 'too-short' } },
  })
  after(0)
  const first = await open()
  await expect(open()).rejects.toMatchObject({ kind: 'conflict', reason: 'check-already-open' })
  await expect(closeCheck(ground, at(0).holder, { meetingId, checkId: first })).rejects.toMatchObject({
    kind: 'forbidden',
  })
  // Its time is over before any sweep came by.
  after(61)
  const second = await open()
  expect(second).not.toBe(first)
  const called = await sitting({ state: 'called' })
  await expect(called.open()).rejects.toMatchObject({ reason: 'meeting-not-open' })
  const hidden = await sitting({ visibility: 'members' })
  await expect(openCheck(ground, await person(), hidden.asked())).rejects.toMatchObject({ kind: 'unseen' })
})

test('a seat answers through whoever is there for it, and nobody else', async () => {
  const { ground, meetingId, at, come, open, answer, person } = await sitting()
  await come(0)
  const checkId = await open()
  await expect(answer(1, checkId, 0)).rejects.toMatchObject({ kind: 'conflict', reason: 'not-present' })
  const asked = { meetingId, checkId, choice: 0, seatId: at(0).id }
  await expect(answerCheck(ground, at(0).alternate, asked)).rejects.toMatchObject({ reason: 'not-present' })
  for (const who of [at(1).holder, await person()])
    await expect(answerCheck(ground, who, asked)).rejects.toMatchObject({
      kind: 'forbidden',
      reason: 'only-for-seats',
    })
  await expect(answerCheck(ground, at(0).holder, { meetingId, checkId, choice: 0 })).rejects.toMatchObject({
    fields: { seatId: { reason: 'needed' } },
  })
  const elsewhere = await sitting()
  await expect(
    answerCheck(ground, at(0).holder, { ...asked, meetingId: elsewhere.meetingId }),
  ).rejects.toMatchObject({ kind: 'unseen' })
})

test('a check by person: fewer than five are not counted, nor is an answer that fewer than five gave', async () => {
  const { ground, meetingId, table, open, shown, person } = await sitting()
  const people = await Promise.all(Array.from({ length: 11 }, () => person()))
  const say = (number: number, checkId: string, choice: number) =>
    answerCheck(ground, people[number] ?? people[0]!, { meetingId, checkId, choice })
  const few = await open({ unit: 'person' })
  for (const number of [0, 1, 2, 3]) await say(number, few, 0)
  await tellChecks(ground)
  expect((await shown()).open?.answered).toBeNull()
  await closeCheck(ground, table.chair, { meetingId, checkId: few })
  expect((await shown()).last?.counts).toEqual({ total: null, cells: [null, null, null] })

  const uneven = await open({ unit: 'person' })
  for (const number of [0, 1, 2, 3, 4, 5, 6]) await say(number, uneven, 0)
  for (const number of [7, 8]) await say(number, uneven, 2)
  await tellChecks(ground)
  expect((await shown()).open?.answered).toBe(9)
  await closeCheck(ground, table.chair, { meetingId, checkId: uneven })
  expect((await shown()).last?.counts).toEqual({ total: 9, cells: [null, null, null] })

  const enough = await open({ unit: 'person' })
  for (const number of people.keys()) await say(number, enough, number < 6 ? 0 : 1)
  await closeCheck(ground, table.chair, { meetingId, checkId: enough })
  expect((await shown()).last?.counts).toEqual({ total: 11, cells: [6, 5, 0] })
})

test('who does not take part in the consultation does not answer as a person either', async () => {
  const { ground, meetingId, open, person } = await sitting()
  const checkId = await open({ unit: 'person' })
  await expect(answerCheck(ground, guest, { meetingId, checkId, choice: 0 })).rejects.toMatchObject({
    reason: 'sign-in-first',
  })
  await ground.db
    .updateTable('consultations')
    .set({ participation: 'organisations' })
    .where('id', 'in', ground.db.selectFrom('meetings').where('id', '=', meetingId).select('consultationId'))
    .execute()
  await expect(answerCheck(ground, await person(), { meetingId, checkId, choice: 0 })).rejects.toMatchObject({
    kind: 'forbidden',
    reason: 'only-for-organisations',
  })
})

test('forty answers of one seat at once are one; forty seats at once are forty', async () => {
  const { ground, meetingId, table, open, answer, shown, come, seats } = await sitting({
    seats: Array.from({ length: 40 }, () => 'voting' as const),
  })
  await come(...seats.keys())
  const checkId = await open()
  await Promise.all(Array.from({ length: 40 }, (_, index) => answer(0, checkId, index % 3)))
  await Promise.all([...seats.keys()].map((number) => answer(number, checkId, 0)))
  await closeCheck(ground, table.chair, { meetingId, checkId })
  expect((await shown()).last?.counts).toEqual({ total: 40, cells: [40, 0, 0] })
}, 60_000)

test('a closing waits for the answers on their way: what was accepted is in the result', async () => {
  const { ground, meetingId, table, open, answer, shown, come, seats } = await sitting({
    seats: Array.from({ length: 20 }, () => 'voting' as const),
  })
  await come(...seats.keys())
  const checkId = await open()
  const outcomes = await Promise.allSettled([
    ...[...seats.keys()].slice(0, 10).map((number) => answer(number, checkId, 1)),
    closeCheck(ground, table.chair, { meetingId, checkId }),
    ...[...seats.keys()].slice(10).map((number) => answer(number, checkId, 1)),
  ])
  const accepted = outcomes.filter(({ status }) => status === 'fulfilled').length - 1
  expect((await shown()).last?.counts.total ?? 0).toBe(accepted)
}, 60_000)

test('a check that is open when the meeting closes is over with it', async () => {
  const { ground, meetingId, come, open, answer, shown } = await sitting()
  await come(0)
  const checkId = await open({ seconds: 600 })
  await answer(0, checkId, 1)
  await ground.db
    .updateTable('meetings')
    .set({ state: 'closed', closedAt: new Date() })
    .where('id', '=', meetingId)
    .execute()
  await expect(answer(0, checkId, 0)).rejects.toMatchObject({ reason: 'meeting-not-open' })
  await tellChecks(ground)
  expect(await shown()).toMatchObject({ open: null, last: { counts: { cells: [0, 1, 0] } } })
})

test('a retry opens no second check', async () => {
  const { ground, table, asked } = await sitting()
  const wish = asked()
  const first = await openCheck(ground, table.chair, wish)
  expect(await openCheck(ground, table.chair, wish)).toEqual(first)
  expect(ground.told).toHaveLength(1)
})
