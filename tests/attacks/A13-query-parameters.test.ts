import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { z } from 'zod'
import { actsByCapability } from '#server/platform.ts'
import { theDemo, type TestDemo } from '#tests/support/demo.ts'
import { served, type Served } from '#tests/support/served.ts'
import { thingsOf, type DemoThings } from './demo-things.ts'
import { faultsIn } from './markup.ts'
import { matrix, type Role, type Visit } from './route-matrix.ts'

let demo: TestDemo
let site: Served
let things: DemoThings

beforeAll(async () => {
  demo = await theDemo()
  things = await thingsOf(demo.ground.db)
  site = await served({ ground: demo.ground, screens: true })
}, 400_000)
afterAll(() => site.close())

const someId = '0b8f1f3e-5c1d-4a39-9d0c-000000000000'
/** Already as they stand in an address. */
const markup = ['%22%27%3E%3Cscript%3Ealert(1)%3C/script%3E', '%3C/script%3E%3Csvg/onload=alert(1)%3E']
const wrong = [
  'a%00%ED%A0%80%FF%',
  '%F0%9D%9F%98%EF%B7%BA%E2%80%AE'.repeat(200),
  `%2B275760-09-13T00:00:00.000Z~${someId}`,
]
/** For the second door too, where an answer takes less time. */
const oddities = [
  ...wrong,
  'javascript:alert(1)',
  '9999999999999999999',
  someId,
  '//evil.example',
  '%00',
  '-1',
  '1e309',
  '%27%20or%201=1--',
  '2026-02-30',
  '0000-00-00',
  '%2B275760-09-13',
  '9999-12-31',
  '~',
  `x~${someId}`,
  '2026-01-01T00:00:00.000Z~x',
  `2026-01-01T00:00:00.000Z~${someId}`,
  `9999-99-99T99:99:99Z~${someId}`,
  `99999999999~${someId}`,
  `1~1~${someId}`,
]

/** What never leaves this machine: where the code lies, how the database speaks, what a contract looks like. */
const leak =
  /node_modules|\n\s+at \S+ \(|\.tsx?:\d+|syntax error|invalid input|unrecognized_keys|ZodError|pg_\w+|\bselect\b.{0,80}\bfrom [a-z_]+ where/

/** By chance a nonce spells anything, once in some thousands also a name of Postgres. */
function withoutNonce(page: string): string {
  const nonce = / nonce="([\w-]{20,})"/.exec(page)?.[1]
  return nonce ? page.replaceAll(nonce, '') : page
}

async function headersOf(role: Role): Promise<Record<string, string>> {
  return role === 'guest' ? {} : { Cookie: await demo.cookieOf(role) }
}

async function languageOf(role: Role): Promise<string> {
  const found = demo.ground.db.selectFrom('people').where('persona', '=', role).select('language')
  return (await found.executeTakeFirstOrThrow()).language
}

/** Somebody who is shown it; for what nobody is shown, a guest. */
function readerOf({ shown }: Visit): Role {
  if (shown === 'everyone') return 'guest'
  return shown === 'signed-in' ? 'association-president' : (shown[0] ?? 'guest')
}

/** The parameters that a page reads, heard while it is asked for. */
async function namesReadBy(path: string, headers: Record<string, string>): Promise<string[]> {
  const spies = (['get', 'getAll', 'has'] as const).map((read) => vi.spyOn(URLSearchParams.prototype, read))
  // To its end: of files, one is made at a time for a person.
  await (await fetch(site.url + path, { headers, redirect: 'manual' })).text()
  const names = new Set(spies.flatMap((spy) => spy.mock.calls.map(([name]) => name)))
  for (const spy of spies) spy.mockRestore()
  // Remix asks for some of its own.
  return [...names].filter((name) => !name.startsWith('_') && name !== 'index')
}

const visits = Object.entries(matrix).flatMap(([route, { visits: each = [] }]) =>
  each.map((visit, index) => [`${route} ${index + 1}`, visit] as const),
)

test('what a page reads is heard', async () => {
  expect(await namesReadBy('/needs', {})).toEqual(expect.arrayContaining(['q', 'sort', 'after', 'region']))
})

test.each(visits)(
  '%s answers whatever is asked, in the language of who asks',
  async (_route, visit) => {
    const [path = '', search = ''] = visit.path(things).split('?')
    const role = readerOf(visit)
    const headers = { ...(await headersOf(role)), 'Accept-Language': 'fr' }
    const language = role === 'guest' ? 'fr' : await languageOf(role)
    const queries = [
      `_data=routes%2F_index&${markup.join('=x&')}&x[__proto__][y]=${markup.join('&x=')}`,
      ...(await namesReadBy(path, headers)).flatMap((name) => [
        ...[markup[1], ...wrong].map((value) => `${name}=${value}`),
        `${name}=a&${name}=b&${name}[]=c`,
      ]),
    ]
    for (const query of queries) {
      const address = `${path}?${search && `${search}&`}${query}`
      const answer = await fetch(site.url + address, { headers, redirect: 'manual' })
      const body = await answer.text()
      expect(answer.status, address).toBeLessThan(500)
      expect(withoutNonce(body), address).not.toMatch(leak)
      if (answer.headers.get('content-type')?.startsWith('text/html')) {
        expect(body, address).toMatch(/<h1[^]*<\/html>/)
        expect(body, address).toContain(`<html lang="${language}"`)
        expect(faultsIn(body), address).toEqual([])
      } else expect([200, 302, 303, 403, 404], address).toContain(answer.status)
      const where = answer.headers.get('location') ?? '/'
      expect(new URL(where, site.url).origin, address).toBe(site.url)
    }
  },
  60_000,
)

test('an address that cannot be read is a page that is not there', async () => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => {})
  onTestFinished(() => warned.mockRestore())
  for (const path of [
    '/%E0%A4%A',
    '/needs/%FF',
    '/needs/%00',
    '/%2e%2e/etc',
    '//evil.example',
    '/needs/..%2f',
  ]) {
    const answer = await fetch(site.url + path, { headers: { 'Accept-Language': 'fr' } })
    expect(answer.status, path).toBe(404)
    expect(await answer.text(), path).toContain('<html lang="fr"')
  }
  expect(JSON.stringify(warned.mock.calls)).not.toContain('decoded')
})

const known: Partial<Record<string, keyof DemoThings>> = {
  consultation: 'consultation',
  consultationId: 'consultation',
  needId: 'need',
  roomId: 'room',
  messageId: 'message',
  proposalId: 'proposal',
  ballotId: 'closedBallot',
  briefId: 'brief',
  tableId: 'table',
  seatId: 'seat',
  organisationId: 'organisation',
}

const queries = [...actsByCapability].flatMap(([capability, acts]) =>
  [...acts].flatMap(([name, act]) =>
    act.kind === 'query' && act.contract instanceof z.ZodObject
      ? [[`${capability}/${name}`, act.contract] as const]
      : [],
  ),
)

test.each(queries)('the second door answers %s whatever is asked', async (path, contract) => {
  const headers = await headersOf('table-chair')
  const kebab = path.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  const names = Object.keys(contract.shape)
  const well = Object.fromEntries(names.flatMap((name) => (known[name] ? [[name, things[known[name]]]] : [])))
  for (const name of names) {
    const { [name]: _, ...others } = well
    const isTaken = (value: string) =>
      contract.safeParse({ ...others, [name]: new URLSearchParams(`x=${value}`).get('x') }).success
    // What the contract lets through goes on to the records; of all else, one shows how it is refused.
    const values = [...markup, ...oddities]
    for (const value of new Set([...values.filter(isTaken), values.find((each) => !isTaken(each)) ?? ''])) {
      const address = `/api/v1/${kebab}?${new URLSearchParams(others)}&${name}=${value}`
      const answer = await fetch(site.url + address, { headers })
      const body = await answer.text()
      expect([200, 403, 404, 409, 422], `${address}: ${body}`).toContain(answer.status)
      expect(answer.headers.get('content-type')).toContain('application/json')
      expect(withoutNonce(body), address).not.toMatch(leak)
    }
  }
})
