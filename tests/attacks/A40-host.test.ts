import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { served, type Served } from '#tests/support/served.ts'

let site: Served
beforeAll(async () => {
  site = await served({ settings: { publicUrl: new URL('https://tavolo.example') } })
})
afterAll(() => site.close())

/** fetch() cannot send another Host, so this speaks HTTP itself. */
function post(path: string, headers: Record<string, string>, body: unknown): Promise<number> {
  const { port } = new URL(site.url)
  const text = JSON.stringify(body)
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        port,
        path,
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'Content-Length': Buffer.byteLength(text),
          ...headers,
        },
      },
      (answer) => {
        answer.resume()
        resolve(answer.statusCode ?? 0)
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

test.each([
  { 'X-Forwarded-Host': 'evil.example' },
  { Forwarded: 'host=evil.example' },
  { 'X-Forwarded-Host': 'evil.example:443', 'X-Forwarded-Proto': 'http' },
])('headers of a proxy do not change where a mail points (%o)', async (headers) => {
  const email = `${crypto.randomUUID()}@people.test`
  expect(
    await post(
      '/api/v1/people/request-code',
      { Host: 'tavolo.example', ...(headers as Record<string, string>) },
      { email },
    ),
  ).toBe(200)
  const mail = await site.ground.db
    .selectFrom('mails')
    .where('recipient', '=', email)
    .selectAll()
    .executeTakeFirstOrThrow()
  expect(JSON.stringify(mail)).not.toContain('evil')
})
