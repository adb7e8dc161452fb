import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { hashToken } from '#server/people/secrets.ts'
import { served, type Served } from '#tests/support/served.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { median } from '#tests/bench/figures.ts'

// Each sample is a request, five acts long: where the database is embedded, all five hundred would take half a minute.
const samples = 'dump' in inject('database') ? 40 : 500

const kinds = ['known', 'unknown'] as const
type Addresses = Record<(typeof kinds)[number], string[]>

let site: Served
let world: World
let addresses: Addresses
beforeAll(async () => {
  site = await served()
  world = await aWorld()
  addresses = { known: someAddresses(), unknown: someAddresses() }
  const { db } = world.ground
  const people = await db
    .insertInto('people')
    .values(addresses.known.map((email) => ({ email, name: 'Zahra Nota', language: 'it' as const })))
    .returning('id')
    .execute()
  // They have been here, as whoever has an account has.
  const expiresAt = new Date(Date.now() + 86_400_000)
  const sessions = people.map(({ id }) => ({ personId: id, tokenHash: hashToken(id), expiresAt }))
  await db.insertInto('sessions').values(sessions).execute()
})
afterAll(() => site.close())

function someAddresses(): string[] {
  return Array.from({ length: samples }, () => `${crypto.randomUUID()}@people.test`)
}

test('asking a code', async () => {
  await toldApart('people/request-code', { fields: {}, mails: 1 })
}, 120_000)

test('entering with a wrong code, after a right one was asked for', async () => {
  await toldApart('people/enter-with-code', { fields: { code: '000000' }, mails: 0 })
}, 120_000)

test('inviting into an organisation', async () => {
  const representative = await world.person()
  const { id: organisationId } = await world.organisation({ representative })
  const fields = { organisationId, role: 'member' }
  await toldApart('organisations/invite-to-organisation', { by: representative, fields, mails: 1 })
}, 120_000)

test('letting into a consultation of members', async () => {
  const { id: consultationId, table } = await world.consultation({ visibility: 'members' })
  await toldApart('consultations/admit-member', { by: table.chair, fields: { consultationId }, mails: 1 })
}, 120_000)

test('giving an office', async () => {
  const { id: tableId } = await world.table()
  const by = await world.person({ roles: ['coordinator'] })
  await toldApart('tables/appoint-officer', { by, fields: { tableId, office: 'moderator' }, mails: 1 })
}, 120_000)

/** Asks the same for known and unknown addresses in turn, each once, and holds what comes back, when, and what mails go out against each other. */
async function toldApart(
  act: string,
  { by, fields, mails }: { by?: { token: string }; fields: object; mails: number },
): Promise<void> {
  const before = await mailsOf()
  const times = { known: [] as number[], unknown: [] as number[] }
  const said = { known: new Set<string>(), unknown: new Set<string>() }
  const ask = async (kind: (typeof kinds)[number], sample: number) => {
    const email = addresses[kind][sample] ?? ''
    const headers = { 'Content-Type': 'application/json', ...(by ? { Cookie: site.cookieOf(by) } : {}) }
    const body = JSON.stringify({ ...fields, email })
    const began = performance.now()
    const answer = await fetch(`${site.url}/api/v1/${act}`, { method: 'POST', headers, body })
    const text = await answer.text()
    times[kind].push(performance.now() - began)
    said[kind].add(
      `${answer.status} ${headersOf(answer)} ${text}`.replaceAll(email, 'ADDRESS').replace(id, 'ID'),
    )
  }
  // Neither kind is always the one that comes after the other.
  for (let sample = 0; sample < samples; sample += 1)
    for (const kind of sample % 2 ? kinds : kinds.toReversed()) await ask(kind, sample)

  expect(said.known.size).toBe(1)
  expect([...said.known]).toEqual([...said.unknown])
  const sent = await mailsOf()
  const newOnes = (kind: (typeof kinds)[number]) =>
    addresses[kind].map((email) => (sent.get(email) ?? []).slice(before.get(email)?.length ?? 0))
  for (const kind of kinds) expect(newOnes(kind).filter(({ length }) => length !== mails)).toEqual([])
  expect(new Set(newOnes('known').flat())).toEqual(new Set(newOnes('unknown').flat()))
  const gap = Math.abs(median(times.known) - median(times.unknown))
  expect(chance(times.known, times.unknown) > 0.01 || gap < 3, `${gap} ms apart`).toBe(true)
}

/** What was written to each address, without what is another in each. */
async function mailsOf(): Promise<Map<string, string[]>> {
  const mails = await world.ground.db
    .selectFrom('mails')
    .where('recipient', 'in', [...addresses.known, ...addresses.unknown])
    .orderBy('createdAt')
    .select(['recipient', 'language', 'subject', 'text'])
    .execute()
  const written = new Map<string, string[]>()
  for (const { recipient, language, subject, text } of mails) {
    const shape = `${language} ${subject} ${text}`
      .replaceAll(recipient, 'ADDRESS')
      .replace(/\b\d{3} \d{3}\b|(?<=\/invitations\/)[\w-]+/g, 'SECRET')
    written.set(recipient, [...(written.get(recipient) ?? []), shape])
  }
  return written
}

const id = /[\da-f]{8}-[\da-f-]{27}/
/** All but when it was. */
function headersOf(answer: Response): string {
  return JSON.stringify([...answer.headers].filter(([name]) => name !== 'date'))
}

/**
 * How likely two samples as far apart as these are from one source: the rank-sum test of H. B. Mann and D. R. Whitney (Annals of
 * Mathematical Statistics 18, 1947), two-sided, by the normal approximation, which holds from twenty samples of each; equal values,
 * which clocks of nanoseconds hardly give, share their ranks.
 */
function chance(ones: number[], others: number[]): number {
  const all = [
    ...ones.map((value) => ({ value, isOne: true })),
    ...others.map((value) => ({ value, isOne: false })),
  ]
  const sorted = all.toSorted((one, other) => one.value - other.value)
  const rankOf = new Map<number, number>()
  for (let at = 0; at < sorted.length;) {
    let end = at
    while (sorted[end + 1]?.value === sorted[at]?.value) end += 1
    rankOf.set(sorted[at]?.value ?? 0, (at + end) / 2 + 1)
    at = end + 1
  }
  const [n, m] = [ones.length, others.length]
  const ranks = ones.reduce((sum, value) => sum + (rankOf.get(value) ?? 0), 0)
  const u = ranks - (n * (n + 1)) / 2
  const z = Math.abs(u - (n * m) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12)
  // The tail of the normal distribution: Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.17.
  const t = 1 / (1 + 0.2316419 * z)
  const tail =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return Math.min(1, 2 * (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * tail)
}
