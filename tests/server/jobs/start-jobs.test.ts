import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { kyselyOn } from '#db/database.ts'
import { localDoorbell } from '#server/doorbell.ts'
import { recordEvent } from '#server/events.ts'
import { listJobs, retryFailed, startJobs } from '#server/jobs/index.ts'
import type { Job } from '#server/jobs/jobs.ts'
import { bossConnection } from '#server/jobs/records.ts'
import { listNotices } from '#server/notices/index.ts'
import { aNeed } from '#tests/support/needs.ts'
import { aWorld, guest, type World } from '#tests/support/world.ts'

async function until(isSo: () => unknown, what: string): Promise<void> {
  for (let tries = 0; tries < 150; tries += 1) {
    if (await isSo()) return
    await pause(100)
  }
  throw new Error(`Waited in vain for ${what}`)
}

/** Nodes of one platform, each with its own bell. */
function start({ ground }: World, of: Job[], nodes = 1) {
  const lags: number[] = []
  const running = Array.from({ length: nodes }, () =>
    startJobs(ground, localDoorbell(), (seconds) => void lags.push(seconds), { of, wait: 0 }),
  )
  onTestFinished(async () => void (await Promise.all(running.map((each) => each.stop()))))
  return { lags }
}

const aJob = (given: Partial<Job>): Job => ({
  name: 'settle-ballots',
  lookEverySeconds: 1,
  isDue: async () => false,
  run: async () => {},
  ...given,
})

test('what is due is done once, though two nodes look out for it', async () => {
  const world = await aWorld()
  let isDue = true
  let runs = 0
  const job = aJob({
    name: 'send-digests',
    isDue: async () => isDue,
    run: async () => {
      runs += 1
      await pause(300)
      isDue = false
    },
  })
  const { lags } = start(world, [job], 2)
  await until(() => runs > 0 && !isDue, 'the job')
  await pause(1_500)
  expect(runs).toBe(1)
  expect(lags.length).toBeGreaterThan(0)
})

test('what is no longer due when its turn comes is not done', async () => {
  let [looks, runs] = [0, 0]
  const job = aJob({
    name: 'tell-ended-mandates',
    isDue: async () => (looks += 1) === 1,
    run: async () => void (runs += 1),
  })
  start(await aWorld(), [job])
  await until(() => looks > 1, 'its turn')
  await pause(300)
  expect(runs).toBe(0)
})

test('a job that fails is kept to be tried again, and shown without what its error quoted', async () => {
  const world = await aWorld()
  const administrator = await world.person({ roles: ['administrator'] })
  const job = aJob({
    name: 'settle-ballots',
    isDue: async () => true,
    run: async () => {
      throw Object.assign(new Error('duplicate key (email)=(ana@people.test) of "Ana Canarino"'), {
        code: '23505',
      })
    },
  })
  start(world, [job])
  const shown = async () =>
    (await listJobs(world.ground, administrator, {})).find((each) => each.queue === 'settle-ballots')
  await until(async () => (await shown())?.retrying === 1, 'the failure')
  const queue = await shown()
  expect(queue?.nextAttemptAt?.getTime()).toBeGreaterThan(Date.now())
  expect(queue?.lastError).toContain('23505')
  expect(queue?.lastError).not.toMatch(/ana@|Canarino/)
})

test('what was given up is tried again when an administrator says so', async () => {
  const world = await aWorld()
  const administrator = await world.person({ roles: ['administrator'] })
  start(world, [aJob({ name: 'tell-overdue-answers' })])
  const { executeSql } = bossConnection(world.ground.db)
  await until(
    () =>
      executeSql(`select 1 from pgboss.queue where name = 'tell-overdue-answers'`).then(
        ({ rows }) => rows.length,
        () => 0,
      ),
    'the queue',
  )
  await executeSql(
    `insert into pgboss.job (name, state, completed_on) values ('tell-overdue-answers', 'failed', now())`,
  )
  const failed = async () =>
    (await listJobs(world.ground, administrator, {})).find((each) => each.queue === 'tell-overdue-answers')
      ?.failed
  expect(await failed()).toBe(1)
  expect(await retryFailed(world.ground, administrator, { queue: 'tell-overdue-answers' })).toMatchObject({
    retried: 1,
  })
  expect(await failed()).toBe(0)
})

test('given-up mails are tried again too', async () => {
  const world = await aWorld()
  const coordinator = await world.person({ roles: ['coordinator'] })
  const { id } = await world.ground.db
    .insertInto('mails')
    .values({
      recipient: 'x@mail.test',
      language: 'it',
      subject: '',
      text: '',
      html: '',
      state: 'failed',
      attempts: 8,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await retryFailed(world.ground, coordinator, { queue: 'mails' })
  const mail = await world.ground.db
    .selectFrom('mails')
    .where('id', '=', id)
    .select(['state', 'attempts'])
    .executeTakeFirstOrThrow()
  expect(mail).toEqual({ state: 'waiting', attempts: 0 })
  expect(JSON.stringify(await listJobs(world.ground, coordinator, {}))).not.toContain('mail.test')
})

test('for anybody else there is no such page', async () => {
  const world = await aWorld()
  await expect(listJobs(world.ground, guest, {})).rejects.toMatchObject({ reason: 'sign-in-first' })
  const chair = (await world.table()).chair
  await expect(listJobs(world.ground, chair, {})).rejects.toMatchObject({ kind: 'unseen' })
  await expect(retryFailed(world.ground, chair, { queue: 'mails' })).rejects.toMatchObject({ kind: 'unseen' })
})

test('a ring of the bell makes notices within moments', async () => {
  const world = await aWorld()
  const { ground } = world
  const bell = localDoorbell()
  const jobs = startJobs(ground, bell, () => {}, { of: [], wait: 60_000 })
  onTestFinished(jobs.stop)
  const consultation = await world.consultation()
  const author = await world.person()
  const { id: needId } = await aNeed(world, { consultationId: consultation.id, author })
  const seq = await ground.db.transaction().execute((trx) =>
    recordEvent(trx, consultation.table.chair, {
      streamId: consultation.id,
      name: 'need-read',
      about: needId,
    }),
  )
  bell.ring([{ streamId: consultation.id, seq }])
  await until(async () => (await listNotices(ground, author, {})).notices.length === 1, 'the notice')
})

test('a database that is away when a node starts is waited for', async () => {
  const { ground } = await aWorld()
  const away = kyselyOn({ connect: () => Promise.reject(new Error('away')), end: async () => {} })
  const state = { isAway: true, runs: 0 }
  const starting = Object.defineProperty(Object.create(ground) as typeof ground, 'db', {
    get: () => (state.isAway ? away : ground.db),
  })
  const job = aJob({
    name: 'remind-meetings',
    isDue: async () => state.runs === 0,
    run: async () => void (state.runs += 1),
  })
  const running = startJobs(starting, localDoorbell(), () => {}, { of: [job], wait: 0, again: 50 })
  onTestFinished(() => running.stop())
  await pause(500)
  expect(state.runs).toBe(0)
  state.isAway = false
  await until(() => state.runs > 0, 'the job')
})
