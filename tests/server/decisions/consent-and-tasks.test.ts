import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { castVote, closeBallot } from '#server/ballots/index.ts'
import {
  listTasks,
  moveMotion,
  putMotion,
  recordDecision,
  reportTask,
  setTask,
  showDecisions,
  showTask,
} from '#server/decisions/index.ts'
import { aMotion, aDecidingTable, asPut, toldIn, type Deciding } from '#tests/support/deciding.ts'
import { aWorld, dayFromNow, guest } from '#tests/support/world.ts'

function aDecision(sitting: Deciding, more: object = {}) {
  return {
    meetingId: sitting.meetingId,
    text: 'Il tavolo scrive alla Regione entro il mese.',
    language: 'it' as const,
    clientId: randomUUID(),
    ...more,
  }
}

function aTask(sitting: Deciding, more: object = {}) {
  return {
    meetingId: sitting.meetingId,
    itemId: sitting.itemId,
    text: 'Scrivere la lettera',
    language: 'it' as const,
    office: 'Segreteria del tavolo',
    dueOn: dayFromNow(20),
    reviewOn: dayFromNow(50),
    clientId: randomUUID(),
    ...more,
  }
}

function aReport(taskId: string, isDone: 'yes' | 'no', more: object = {}) {
  return {
    taskId,
    isDone,
    note: 'La lettera è partita.',
    language: 'it' as const,
    clientId: randomUUID(),
    ...more,
  }
}

test('the chair records what the table decided by consent, on the running item; forty at once are one', async () => {
  const world = await aWorld()
  const sitting = await aDecidingTable(world)
  const { chair, meetingId, itemId, roomId } = sitting
  const asked = aDecision(sitting)
  const recorded = await Promise.all(
    Array.from({ length: 40 }, () => recordDecision(world.ground, chair, asked)),
  )
  expect(new Set(recorded.map(({ decisionId }) => decisionId)).size).toBe(1)
  expect((await showDecisions(world.ground, guest, { meetingId })).decisions).toMatchObject([
    { itemId, vote: null, motionId: null },
  ])
  expect(await toldIn(world, roomId)).toEqual(['decision-recorded'])
})

test('nobody but the chair records, nor the chair without a quorum, beside the agenda or after the meeting', async () => {
  const world = await aWorld()
  const sitting = await aDecidingTable(world, { seats: 4, present: 1 })
  const { chair, secretary, first, meetingId } = sitting
  for (const who of [secretary, first.holder, await world.person()])
    await expect(recordDecision(world.ground, who, aDecision(sitting))).rejects.toMatchObject({
      reason: 'only-for-chair',
    })
  await expect(recordDecision(world.ground, chair, aDecision(sitting))).rejects.toMatchObject({
    reason: 'no-quorum-present',
  })
  await sitting.sits(sitting.second)
  const elsewhere = await aDecidingTable(world)
  await expect(
    recordDecision(world.ground, chair, aDecision(sitting, { itemId: elsewhere.itemId })),
  ).rejects.toMatchObject({ fields: { itemId: { reason: 'not-in-list' } } })
  await world.ground.db
    .updateTable('meetings')
    .set({ state: 'closed', closedAt: new Date() })
    .where('id', '=', meetingId)
    .execute()
  await expect(recordDecision(world.ground, chair, aDecision(sitting))).rejects.toMatchObject({
    reason: 'meeting-not-open',
  })
})

test('what was decided cannot be changed even by hand', async () => {
  const world = await aWorld()
  const sitting = await aDecidingTable(world)
  const { decisionId } = await recordDecision(world.ground, sitting.chair, aDecision(sitting))
  await expect(
    world.ground.db.updateTable('decisions').set({ text: 'Altro' }).where('id', '=', decisionId).execute(),
  ).rejects.toThrow(/append-only/)
})

test('a task comes of an item or of a decision, has one office, a date and a review date', async () => {
  const world = await aWorld()
  const sitting = await aDecidingTable(world)
  const { chair, secretary, tableId, roomId, first } = sitting
  const { decisionId } = await recordDecision(world.ground, chair, aDecision(sitting))
  const asked = aTask(sitting)
  const set = await Promise.all(Array.from({ length: 40 }, () => setTask(world.ground, secretary, asked)))
  expect(new Set(set.map(({ taskId }) => taskId)).size).toBe(1)
  await setTask(
    world.ground,
    chair,
    aTask(sitting, {
      itemId: undefined,
      decisionId,
      office: undefined,
      organisationId: first.organisationId,
      dueOn: dayFromNow(5),
    }),
  )
  expect(await listTasks(world.ground, guest, { tableId })).toMatchObject({
    overdue: 0,
    tasks: [
      { office: first.name, state: 'open', from: { text: 'Il tavolo scrive alla Regione entro il mese.' } },
      {
        office: 'Segreteria del tavolo',
        dueOn: dayFromNow(20),
        reviewOn: dayFromNow(50),
        from: { text: 'La casa' },
      },
    ],
  })
  expect(await toldIn(world, roomId)).toEqual(['decision-recorded', 'task-set', 'task-set'])
})

test('a task with two causes or none, two offices or none, dates out of order, or by whom it is not, is refused', async () => {
  const world = await aWorld()
  const sitting = await aDecidingTable(world)
  const elsewhere = await aDecidingTable(world)
  const { chair, first, moderator } = sitting
  const { decisionId } = await recordDecision(world.ground, chair, aDecision(sitting))
  const other = await recordDecision(world.ground, elsewhere.chair, aDecision(elsewhere))
  const pending = await world.organisation({ state: 'pending' })
  for (const [more, field, reason] of [
    [{ decisionId }, 'decisionId', 'decision-or-item'],
    [{ itemId: undefined }, 'decisionId', 'decision-or-item'],
    [{ itemId: undefined, decisionId: other.decisionId }, 'decisionId', 'not-in-list'],
    [{ itemId: elsewhere.itemId }, 'itemId', 'not-in-list'],
    [{ organisationId: first.organisationId }, 'office', 'one-office'],
    [{ office: undefined }, 'office', 'one-office'],
    [{ office: undefined, organisationId: pending.id }, 'organisationId', 'not-in-list'],
    [{ dueOn: dayFromNow(-2) }, 'dueOn', 'not-before-today'],
    [{ dueOn: 'presto' }, 'dueOn', 'not-a-day'],
    [{ reviewOn: dayFromNow(3) }, 'reviewOn', 'review-before-due'],
  ] as const)
    await expect(setTask(world.ground, chair, aTask(sitting, more))).rejects.toMatchObject({
      fields: { [field]: { reason } },
    })
  for (const who of [first.holder, moderator, await world.person()])
    await expect(setTask(world.ground, who, aTask(sitting))).rejects.toMatchObject({
      kind: 'forbidden',
      reason: 'only-for-chair-or-secretary',
    })
})

test('a task comes of a vote only once it was counted and passed', async () => {
  const world = await aWorld()
  const sitting = await aDecidingTable(world)
  const { chair, first, second, meetingId } = sitting
  const decided = async (choice: 'for' | 'against') => {
    const { motionId } = await moveMotion(world.ground, first.holder, aMotion(sitting, first))
    const { ballotId } = await putMotion(world.ground, chair, asPut(motionId))
    for (const seat of [first, second])
      await castVote(world.ground, seat.holder, { ballotId, unit: 'seat', seatId: seat.id, choice })
    return ballotId
  }
  const taskOf = async (ballotId: string) => {
    const { id } = await world.ground.db
      .selectFrom('decisions')
      .where('ballotId', '=', ballotId)
      .select('id')
      .executeTakeFirstOrThrow()
    return setTask(world.ground, chair, aTask(sitting, { itemId: undefined, decisionId: id }))
  }
  const passed = await decided('for')
  await expect(taskOf(passed)).rejects.toMatchObject({ fields: { decisionId: { reason: 'not-in-list' } } })
  await closeBallot(world.ground, chair, { ballotId: passed })
  await taskOf(passed)
  const failed = await decided('against')
  await closeBallot(world.ground, chair, { ballotId: failed })
  await expect(taskOf(failed)).rejects.toMatchObject({ fields: { decisionId: { reason: 'not-in-list' } } })
  expect((await showDecisions(world.ground, guest, { meetingId })).tasks).toHaveLength(1)
})

test('done or not done is said with a note by the table or by the office that has the task, and each report stays', async () => {
  const world = await aWorld()
  const sitting = await aDecidingTable(world)
  const { chair, secretary, first, second, tableId } = sitting
  const { taskId } = await setTask(
    world.ground,
    chair,
    aTask(sitting, { office: undefined, organisationId: first.organisationId }),
  )
  for (const who of [second.holder, sitting.moderator, await world.person()])
    await expect(reportTask(world.ground, who, aReport(taskId, 'yes'))).rejects.toMatchObject({
      kind: 'forbidden',
      reason: 'task-not-yours',
    })
  await expect(
    reportTask(world.ground, secretary, aReport(taskId, 'yes', { note: '' })),
  ).rejects.toMatchObject({ fields: { note: { reason: 'too-short' } } })
  const asked = aReport(taskId, 'yes')
  await Promise.all(Array.from({ length: 40 }, () => reportTask(world.ground, first.holder, asked)))
  await reportTask(world.ground, secretary, aReport(taskId, 'no', { note: 'È tornata indietro.' }))
  expect(await showTask(world.ground, guest, { taskId })).toMatchObject({
    state: 'open',
    mayReport: false,
    reports: [
      { number: 2, isDone: false, text: 'È tornata indietro.' },
      { number: 1, isDone: true, text: 'La lettera è partita.' },
    ],
  })
  await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      reportTask(world.ground, chair, aReport(taskId, index % 2 ? 'yes' : 'no')),
    ),
  )
  const { reports } = await showTask(world.ground, guest, { taskId })
  expect(reports.map(({ number }) => number)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1])
  expect(await listTasks(world.ground, first.holder, { tableId })).toMatchObject({
    tasks: [{ mayReport: true }],
  })
})

test('a task is late from the day after it was due, until it is done', async () => {
  const world = await aWorld()
  const sitting = await aDecidingTable(world)
  const { chair, tableId } = sitting
  const { taskId } = await setTask(
    world.ground,
    chair,
    aTask(sitting, { dueOn: dayFromNow(1), reviewOn: dayFromNow(2) }),
  )
  const listed = (state: 'open' | 'overdue' | 'done') =>
    listTasks(world.ground, guest, { tableId, state }).then(({ tasks }) => tasks.length)
  expect([await listed('open'), await listed('overdue'), await listed('done')]).toEqual([1, 0, 0])
  world.ground.setNow(new Date(Date.now() + 3 * 86_400_000))
  expect([await listed('open'), await listed('overdue'), await listed('done')]).toEqual([0, 1, 0])
  expect(await listTasks(world.ground, guest, { tableId })).toMatchObject({
    overdue: 1,
    tasks: [{ state: 'overdue', isReviewDue: true }],
  })
  await reportTask(world.ground, chair, aReport(taskId, 'yes'))
  expect([await listed('overdue'), await listed('done')]).toEqual([0, 1])
  world.ground.setNow(null)
})

test('a task of a members-only meeting is on nobody else’s list, and answers like an absent one', async () => {
  const world = await aWorld()
  const sitting = await aDecidingTable(world, { visibility: 'members' })
  const { chair, tableId, first } = sitting
  const { taskId } = await setTask(
    world.ground,
    chair,
    aTask(sitting, { dueOn: dayFromNow(0), reviewOn: undefined }),
  )
  world.ground.setNow(new Date(Date.now() + 5 * 86_400_000))
  for (const who of [guest, await world.person()]) {
    expect(await listTasks(world.ground, who, { tableId })).toMatchObject({ tasks: [], overdue: 0 })
    for (const id of [taskId, randomUUID()])
      await expect(showTask(world.ground, who, { taskId: id })).rejects.toMatchObject({
        kind: 'unseen',
        reason: 'task',
      })
  }
  for (const id of [taskId, randomUUID()])
    await expect(reportTask(world.ground, await world.person(), aReport(id, 'yes'))).rejects.toMatchObject({
      kind: 'unseen',
      reason: 'task',
    })
  expect(await listTasks(world.ground, first.holder, { tableId })).toMatchObject({ overdue: 1 })
  world.ground.setNow(null)
  await expect(listTasks(world.ground, guest, { tableId: randomUUID() })).rejects.toMatchObject({
    kind: 'unseen',
    reason: 'table',
  })
})
