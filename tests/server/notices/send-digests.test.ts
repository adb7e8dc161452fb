import { expect, test } from 'vitest'
import { recordEvent } from '#server/events.ts'
import {
  digestUpTo,
  listNotices,
  markAllRead,
  markRead,
  sendDigests,
  setRhythm,
  showStop,
  stopMails,
  tellStream,
} from '#server/notices/index.ts'
import { stopToken } from '#server/notices/stop-token.ts'
import { aNeed } from '#tests/support/needs.ts'
import { aWorld, guest } from '#tests/support/world.ts'

async function aToldAuthor(times = 3) {
  const world = await aWorld()
  const { ground } = world
  const consultation = await world.consultation()
  const author = await world.person({ language: 'en' })
  const { id: needId } = await aNeed(world, { consultationId: consultation.id, author })
  const happens = async () => {
    await ground.db.transaction().execute((trx) =>
      recordEvent(trx, consultation.table.chair, {
        streamId: consultation.id,
        name: 'need-read',
        about: needId,
      }),
    )
    await tellStream(ground, consultation.id)
  }
  for (let count = 0; count < times; count += 1) await happens()
  const mails = () =>
    ground.db.selectFrom('mails').where('personId', '=', author.id).select(['subject', 'text']).execute()
  return { world, ground, author, happens, mails }
}

const aDay = 86_400_000

test('the day ends at seven in the morning in Italy, in winter and in summer', () => {
  expect(digestUpTo(new Date('2031-01-10T05:59:00Z')).toISOString()).toBe('2031-01-09T06:00:00.000Z')
  expect(digestUpTo(new Date('2031-01-10T06:00:00Z')).toISOString()).toBe('2031-01-10T06:00:00.000Z')
  expect(digestUpTo(new Date('2031-07-10T04:59:00Z')).toISOString()).toBe('2031-07-09T05:00:00.000Z')
  expect(digestUpTo(new Date('2031-07-10T05:00:00Z')).toISOString()).toBe('2031-07-10T05:00:00.000Z')
})

test('a digest gathers the day in one mail, once, however many workers write it', async () => {
  const { ground, mails } = await aToldAuthor()
  expect(await mails()).toEqual([])
  ground.setNow(new Date(Date.now() + 2 * aDay))
  await Promise.all(Array.from({ length: 8 }, () => sendDigests(ground)))
  const [mail, ...others] = await mails()
  expect(others).toEqual([])
  expect(mail?.subject).toBe('Today’s news for you')
  expect(mail?.text).toContain('There are 3 updates')
})

test('what was read is not mailed', async () => {
  const { ground, author, mails } = await aToldAuthor()
  const { notices } = await listNotices(ground, author, {})
  await markRead(ground, author, { noticeId: notices[0]?.id ?? '' })
  ground.setNow(new Date(Date.now() + 2 * aDay))
  await sendDigests(ground)
  expect((await mails())[0]?.text).toContain('There are 2 updates')

  const other = await aToldAuthor()
  await markAllRead(other.ground, other.author, {})
  other.ground.setNow(new Date(Date.now() + 2 * aDay))
  await sendDigests(other.ground)
  expect(await other.mails()).toEqual([])
})

test('nobody marks the notices of another', async () => {
  const { world, ground, author } = await aToldAuthor(1)
  const { notices } = await listNotices(ground, author, {})
  await expect(
    markRead(ground, await world.person(), { noticeId: notices[0]?.id ?? '' }),
  ).rejects.toMatchObject({ kind: 'unseen' })
  expect((await listNotices(ground, author, {})).notices[0]?.isRead).toBe(false)
})

test('who wants no mail gets none, not even for what happened before', async () => {
  const { ground, author, happens, mails } = await aToldAuthor()
  await setRhythm(ground, author, { rhythm: 'never' })
  await happens()
  await setRhythm(ground, author, { rhythm: 'digest' })
  ground.setNow(new Date(Date.now() + 2 * aDay))
  await sendDigests(ground)
  expect(await mails()).toEqual([])
  expect((await listNotices(ground, author, {})).notices).toHaveLength(4)
})

test('one tap stops the mails without signing in; looking at the link does not', async () => {
  const { ground, author } = await aToldAuthor(1)
  const token = stopToken(ground.settings.sessionSecret, author.id)
  expect(await showStop(ground, guest, { token })).toEqual({ isStopped: false })
  expect((await listNotices(ground, author, {})).rhythm).toBe('digest')
  await stopMails(ground, guest, { token })
  await stopMails(ground, guest, { token })
  expect((await listNotices(ground, author, {})).rhythm).toBe('never')
  expect(await showStop(ground, guest, { token })).toEqual({ isStopped: true })
})

test('a link that we did not make stops nothing', async () => {
  const { world, ground, author } = await aToldAuthor(1)
  const other = await world.person()
  const [, seal = ''] = stopToken(ground.settings.sessionSecret, other.id).split('.')
  const [name = ''] = stopToken(ground.settings.sessionSecret, author.id).split('.')
  for (const token of [`${name}.${seal}`, name, `${name}.`, 'x', '.', stopToken('another secret', author.id)])
    await expect(stopMails(ground, guest, { token })).rejects.toMatchObject({ kind: 'unseen' })
  expect((await listNotices(ground, author, {})).rhythm).toBe('digest')
})

test('the list goes on from page to page without losing or doubling a notice', async () => {
  const { ground, author } = await aToldAuthor(45)
  const seen: string[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof listNotices>> = await listNotices(
      ground,
      author,
      after ? { after } : {},
    )
    seen.push(...page.notices.map((notice) => notice.id))
    after = page.older
  } while (after)
  expect(seen).toHaveLength(45)
  expect(new Set(seen).size).toBe(45)
})
