import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { forgetOld } from '#server/jobs/forget-old.ts'
import { jobs } from '#server/jobs/jobs.ts'
import { mailKeptDays } from '#server/mails/words.ts'
import { draftKeptDays } from '#server/needs/words.ts'
import { noticeKeptDays, readNoticeKeptDays } from '#server/notices/words.ts'
import { invitationKeptDays } from '#server/organisations/words.ts'
import { ago, aWorldInThePast, expectKept } from '#tests/support/forgotten.ts'
import { testDatabase } from '#tests/support/ground.ts'
import { aWorld } from '#tests/support/world.ts'

test('a mail is forgotten some time after it was delivered or given up, and never one that waits', async () => {
  const world = await aWorldInThePast()
  const { db } = world.ground
  const recipient = `${randomUUID()}@mails.test`
  const mail = async (
    subject: string,
    state: 'waiting' | 'sent' | 'failed',
    sentAt: Date | null,
    dueAt = ago(400),
  ) =>
    db
      .insertInto('mails')
      .values({ recipient, language: 'it', subject, text: 'x', html: 'x', state, sentAt, dueAt })
      .execute()
  await mail('sent', 'sent', ago(mailKeptDays, -1))
  await mail('just-sent', 'sent', ago(mailKeptDays, 1))
  await mail('given-up', 'failed', null, ago(mailKeptDays, -1))
  await mail('just-given-up', 'failed', null, ago(mailKeptDays, 1))
  await mail('waits', 'waiting', null)
  await expectKept(
    world,
    { sent: false, 'just-sent': true, 'given-up': false, 'just-given-up': true, waits: true },
    async () =>
      (await db.selectFrom('mails').where('recipient', '=', recipient).select('subject').execute()).map(
        ({ subject }) => subject,
      ),
  )
  await db.deleteFrom('mails').where('recipient', '=', recipient).execute()
})

test('a notice is forgotten some time after it was read, and at the latest after a year', async () => {
  const world = await aWorldInThePast()
  const { db } = world.ground
  const { id: personId } = await world.person()
  const { id: streamId } = await world.consultation()
  let seq = 0
  const notice = async (kind: string, at: Date, readAt: Date | null) =>
    db
      .insertInto('notices')
      .values({
        personId,
        kind,
        subjectKind: 'need',
        subjectId: randomUUID(),
        streamId,
        seq: (seq += 1),
        at,
        readAt,
      })
      .execute()
  await notice('read', ago(100), ago(readNoticeKeptDays, -1))
  await notice('just-read', ago(100), ago(readNoticeKeptDays, 1))
  await notice('unread', ago(noticeKeptDays, 1), null)
  await notice('unread-for-long', ago(noticeKeptDays, -1), null)
  await expectKept(
    world,
    { read: false, 'just-read': true, unread: true, 'unread-for-long': false },
    async () =>
      (await db.selectFrom('notices').where('personId', '=', personId).select('kind').execute()).map(
        ({ kind }) => kind,
      ),
  )
})

test('a draft that nobody goes on with is forgotten', async () => {
  const world = await aWorldInThePast()
  const { db } = world.ground
  const { id: authorId } = await world.person()
  const { id: consultationId } = await world.consultation()
  const draft = async (keptAt: Date) => {
    const clientId = randomUUID()
    await db
      .insertInto('needDrafts')
      .values({ authorId, clientId, consultationId, typed: '{}', keptAt })
      .execute()
    return clientId
  }
  const [old, young] = [await draft(ago(draftKeptDays, -1)), await draft(ago(draftKeptDays, 1))]
  await expectKept(world, { [old]: false, [young]: true }, async () =>
    (await db.selectFrom('needDrafts').where('authorId', '=', authorId).select('clientId').execute()).map(
      ({ clientId }) => clientId,
    ),
  )
})

test('an invitation is forgotten, with its address, some time after it was settled or ran out', async () => {
  const world = await aWorldInThePast()
  const { db } = world.ground
  const { id: organisationId, representative } = await world.organisation()
  const invitation = async (
    email: string,
    expiresAt: Date,
    more: { acceptedAt?: Date; withdrawnAt?: Date } = {},
  ) =>
    db
      .insertInto('organisationInvitations')
      .values({
        organisationId,
        email,
        role: 'member',
        tokenHash: randomUUID(),
        invitedBy: representative.id,
        expiresAt,
        ...more,
      })
      .execute()
  const old = ago(invitationKeptDays, -1)
  await invitation('ran-out', old)
  await invitation('accepted', ago(-9), { acceptedAt: old })
  await invitation('withdrawn', ago(-9), { withdrawnAt: old })
  await invitation('just-ran-out', ago(invitationKeptDays, 1))
  await invitation('stands', ago(-9))
  await expectKept(
    world,
    { 'ran-out': false, accepted: false, withdrawn: false, 'just-ran-out': true, stands: true },
    async () =>
      (
        await db
          .selectFrom('organisationInvitations')
          .where('organisationId', '=', organisationId)
          .select('email')
          .execute()
      ).map(({ email }) => email),
  )
})

test('more than goes into one part is forgotten too, though several workers do it at once', async () => {
  const { ground } = await aWorldInThePast()
  const text = { recipient: 'many@mails.test', language: 'it', subject: 'x', text: 'x', html: 'x' }
  const mails = Array.from({ length: 2_100 }, () => ({ ...text, state: 'sent' as const, sentAt: ago(400) }))
  await ground.db.insertInto('mails').values(mails).execute()
  await Promise.all(Array.from({ length: 8 }, () => forgetOld(ground)))
  const left = ground.db.selectFrom('mails').where('recipient', '=', text.recipient).select('id')
  expect(await left.execute()).toEqual([])
})

const { url } = await testDatabase()
if (!url)
  process.stderr.write('what is held meanwhile: skipped, it needs a Postgres (set TEST_DATABASE_URL)\n')

test.skipIf(!url)(
  'what somebody holds meanwhile is left for the next time, and nobody waits for it',
  async () => {
    const { ground } = await aWorldInThePast()
    const recipient = `${randomUUID()}@mails.test`
    const text = { recipient, language: 'it', subject: 'x', text: 'x', html: 'x' }
    const mails = Array.from({ length: 3 }, () => ({ ...text, state: 'sent' as const, sentAt: ago(400) }))
    const [held] = await ground.db.insertInto('mails').values(mails).returning('id').execute()
    const left = ground.db.selectFrom('mails').where('recipient', '=', recipient).select('id')
    await ground.db.transaction().execute(async (trx) => {
      await trx.selectFrom('mails').where('id', '=', held!.id).select('id').forUpdate().execute()
      await forgetOld(ground)
      expect(await left.execute()).toEqual([held])
    })
    await forgetOld(ground)
    expect(await left.execute()).toEqual([])
  },
)

test('the platform does it by itself, several times a day', async () => {
  const job = jobs.find(({ name }) => name === 'forget-old')
  expect(job).toMatchObject({ run: forgetOld })
  expect(await job?.isDue((await aWorld()).ground)).toBe(true)
  expect(job?.lookEverySeconds).toBeLessThanOrEqual(86_400 / 2)
})
