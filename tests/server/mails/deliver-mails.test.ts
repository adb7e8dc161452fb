import { randomUUID } from 'node:crypto'
import { expect, test, onTestFinished } from 'vitest'
import type { Language } from '#server/ground.ts'
import { deliverMails, sendMail } from '#server/mails/index.ts'
import { fakeSmtp } from '#tests/support/fake-smtp.ts'
import { aGround } from '#tests/support/ground.ts'
import { leaveOtherMails } from '#tests/support/mails.ts'

async function aPostOffice(answerTo?: (address: string) => string) {
  const smtp = await fakeSmtp(answerTo)
  onTestFinished(smtp.close)
  const ground = await aGround({ settings: { smtpUrl: smtp.url } })
  await leaveOtherMails(ground)
  return { ground, smtp }
}

async function post(
  { ground }: Awaited<ReturnType<typeof aPostOffice>>,
  recipient: string,
  more: { language?: Language; headers?: Record<string, string> } = {},
) {
  await ground.db.transaction().execute((trx) =>
    sendMail(trx, {
      recipient,
      personId: null,
      language: more.language ?? 'it',
      kind: 'notice',
      values: {
        news: 'Il tuo bisogno è stato letto.\n«Una casa»\nhttp://localhost:3000/needs/1',
        settings: 'http://localhost:3000/me/notifications',
        stop: 'http://localhost:3000/stop/x',
      },
      ...(more.headers ? { headers: more.headers } : {}),
    }),
  )
}

const anAddress = () => `${randomUUID()}@mail.test`

async function kept({ ground }: Awaited<ReturnType<typeof aPostOffice>>, recipient: string) {
  return ground.db
    .selectFrom('mails')
    .where('recipient', '=', recipient)
    .selectAll()
    .executeTakeFirstOrThrow()
}

test('a waiting mail goes out and is noted as sent', async () => {
  const office = await aPostOffice()
  const recipient = anAddress()
  await post(office, recipient, { headers: { 'List-Unsubscribe': '<http://localhost:3000/stop/x>' } })
  expect(await deliverMails(office.ground)).toBe(1)
  expect(office.smtp.arrived.map((mail) => mail.to)).toEqual([recipient])
  expect(office.smtp.arrived[0]?.message).toContain('List-Unsubscribe: <http://localhost:3000/stop/x>')
  expect(office.smtp.arrived[0]?.message).toContain('Auto-Submitted: auto-generated')
  const mail = await kept(office, recipient)
  expect(mail.state).toBe('sent')
  expect(mail.sentAt).not.toBeNull()
})

test('eight workers at once send each of forty mails once', async () => {
  const office = await aPostOffice()
  const recipients = Array.from({ length: 40 }, anAddress)
  for (const recipient of recipients) await post(office, recipient)
  await Promise.all(Array.from({ length: 8 }, () => deliverMails(office.ground)))
  expect(office.smtp.arrived.map((mail) => mail.to).sort()).toEqual(recipients.sort())
})

test('a mail that the server cannot take now is tried again later, and then arrives once', async () => {
  let isBusy = true
  const office = await aPostOffice(() => (isBusy ? '451 later' : '250 ok'))
  const recipient = anAddress()
  await post(office, recipient)
  expect(await deliverMails(office.ground)).toBe(0)
  const failed = await kept(office, recipient)
  expect(failed).toMatchObject({ state: 'waiting', attempts: 1 })
  isBusy = false
  expect(await deliverMails(office.ground)).toBe(0)
  office.ground.setNow(new Date(failed.dueAt.getTime() + 1_000))
  expect(await deliverMails(office.ground)).toBe(1)
  expect(office.smtp.arrived).toHaveLength(1)
})

test('a mail is given up after eight attempts, each later than the one before', async () => {
  const office = await aPostOffice(() => '451 later')
  const recipient = anAddress()
  await post(office, recipient)
  const waits: number[] = []
  for (let attempt = 1; attempt <= 8; attempt += 1) {
    const before = await kept(office, recipient)
    expect(before.state).toBe('waiting')
    const now = new Date(before.dueAt.getTime() + 1)
    office.ground.setNow(now)
    await deliverMails(office.ground)
    waits.push((await kept(office, recipient)).dueAt.getTime() - now.getTime())
  }
  expect(await kept(office, recipient)).toMatchObject({ state: 'failed', attempts: 8 })
  expect(waits.every((wait, index) => index === 0 || wait > (waits[index - 1] ?? 0))).toBe(true)
})

test('an address that does not exist is given up at once, and the error kept repeats no address', async () => {
  const office = await aPostOffice((address) => `550 5.1.1 <${address}> unknown`)
  const recipient = anAddress()
  await post(office, recipient)
  await deliverMails(office.ground)
  const mail = await kept(office, recipient)
  expect(mail.state).toBe('failed')
  expect(mail.lastError).toContain('550')
  expect(mail.lastError).not.toContain('@')
})

test('a mail speaks the language of who receives it', async () => {
  const office = await aPostOffice()
  const subjects = new Set<string>()
  for (const language of ['it', 'en', 'fr', 'ar'] as const) {
    const recipient = anAddress()
    await post(office, recipient, { language })
    const mail = await kept(office, recipient)
    subjects.add(mail.subject)
    expect(mail.html).toContain(`lang="${language}"`)
  }
  expect(subjects.size).toBe(4)
})

test('in the demo, without a mail server, a mail has arrived when it can be read', async () => {
  const ground = await aGround({ settings: { demo: true } })
  const recipient = anAddress()
  await post({ ground } as never, recipient)
  expect(await deliverMails(ground)).toBeGreaterThan(0)
  expect((await kept({ ground } as never, recipient)).state).toBe('sent')
})

test('elsewhere, without a mail server, mails wait', async () => {
  const ground = await aGround()
  const recipient = anAddress()
  await post({ ground } as never, recipient)
  expect(await deliverMails(ground)).toBe(0)
  expect((await kept({ ground } as never, recipient)).state).toBe('waiting')
})
