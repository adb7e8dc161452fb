import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deliverMails } from '#server/mails/index.ts'
import { tellStream } from '#server/notices/index.ts'
import { fakeSmtp, type FakeSmtp } from '#tests/support/fake-smtp.ts'
import { leaveOtherMails } from '#tests/support/mails.ts'
import { aNeed } from '#tests/support/needs.ts'
import { served, type Served } from '#tests/support/served.ts'
import { aWorld, type World } from '#tests/support/world.ts'

let site: Served
let smtp: FakeSmtp
let world: World
beforeAll(async () => {
  smtp = await fakeSmtp()
  world = await aWorld({ settings: { publicUrl: new URL('https://tavolo.example'), smtpUrl: smtp.url } })
  site = await served({ ground: world.ground, screens: true })
}, 180_000)
afterAll(async () => {
  await site.close()
  await smtp.close()
})

/** fetch() cannot send another Host, so this speaks HTTP itself. */
async function post(path: string, headers: Record<string, string>, body: unknown): Promise<number> {
  const type = { 'Content-Type': 'application/json' }
  return (await send('POST', path, { ...type, ...headers }, JSON.stringify(body))).status
}

function send(
  method: 'GET' | 'POST',
  path: string,
  headers: Record<string, string>,
  text = '',
): Promise<{ status: number; location: string }> {
  const { port } = new URL(site.url)
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        port,
        path,
        method,
        headers: { 'Content-Length': Buffer.byteLength(text), ...headers },
      },
      (answer) => {
        answer.resume()
        resolve({ status: answer.statusCode ?? 0, location: answer.headers.location ?? '' })
      },
    )
    asked.on('error', reject)
    asked.end(text)
  })
}

test.each(['evil.example', 'tavolo.example.evil.example', 'tavolo.example@evil.example', 'localhost', ''])(
  'a request for the host "%s" is misdirected',
  async (host) => {
    expect(await post('/api/v1/people/request-code', { Host: host }, { email: 'a@people.test' })).toBe(421)
  },
)

const misleading: Record<string, string>[] = [
  { 'X-Forwarded-Host': 'evil.example' },
  { Forwarded: 'host=evil.example' },
  { 'X-Forwarded-Host': 'evil.example:443', 'X-Forwarded-Proto': 'http' },
]

test('headers of a proxy change neither where a mail points as it is sent, nor where a page leads', async () => {
  const { person, organisation, consultation } = world
  const [chief, reader] = [await person(), await person()]
  const { id: organisationId } = await organisation({ representative: chief })
  const { id: consultationId, table } = await consultation({ phase: 'listen' })
  await world.ground.db
    .updateTable('people')
    .set({ noticeRhythm: 'at-once' })
    .where('id', '=', reader.id)
    .execute()
  await leaveOtherMails(world.ground)
  const expected: string[] = []
  for (const headers of misleading) {
    const { id: needId } = await aNeed(world, { consultationId })
    const email = `${crypto.randomUUID()}@people.test`
    const ask = async (path: string, who: { token: string } | undefined, body: unknown) => {
      const cookie = who ? { Cookie: site.cookieOf(who) } : {}
      const all = { Host: 'tavolo.example', ...headers, ...cookie }
      expect(await post(`/api/v1/${path}`, all, body), path).toBe(200)
    }
    await ask('people/request-code', undefined, { email })
    await ask('organisations/invite-to-organisation', chief, { organisationId, email, role: 'member' })
    await ask('notices/follow', reader, { kind: 'need', id: needId })
    await ask('needs/mark-need-read', table.chair, { needId })
    expected.push(email, email, reader.email)

    const guest = await send('GET', '/me', { Host: 'tavolo.example', ...headers })
    expect(guest).toEqual({ status: 303, location: '/sign-in?back=%2Fme' })
  }
  await tellStream(world.ground, consultationId)
  await deliverMails(world.ground)

  const ours = smtp.arrived.filter(({ to }) => expected.includes(to))
  // Notices at once may come together in one mail.
  expect(ours.length).toBeGreaterThan(2 * misleading.length)
  const links = ours.flatMap(({ message }) => readable(message).match(/https?:\/\/[^\s"<>]+/g) ?? [])
  expect(new Set(links.map((link) => new URL(link).origin))).toEqual(new Set(['https://tavolo.example']))
  for (const kind of ['/invitations/', '/needs/', '/stop/'])
    expect(
      links.some((link) => new URL(link).pathname.startsWith(kind)),
      kind,
    ).toBe(true)
  for (const { message } of ours) expect(readable(message)).not.toContain('evil')
})

/** As a mailbox reads it. */
function readable(message: string): string {
  const whole = message
    .replace(/=\r\n/g, '')
    .replace(/=([\dA-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
  const encoded = message.match(/(?:^[\w+/=]{60,76}\r\n)+[\w+/=]*/gm) ?? []
  return [whole, ...encoded.map((part) => Buffer.from(part, 'base64').toString('utf8'))].join('\n')
}
