import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { recordEvent } from '#server/events.ts'
import type { Person } from '#server/ground.ts'
import { deliverMails } from '#server/mails/index.ts'
import { tellStream } from '#server/notices/index.ts'
import { inviteToOrganisation } from '#server/organisations/index.ts'
import { aDemo, type TestDemo } from '#tests/support/demo.ts'
import { fakeSmtp } from '#tests/support/fake-smtp.ts'
import { served, type Served } from '#tests/support/served.ts'
import { guest } from '#tests/support/world.ts'
import { thingsOf, type DemoThings } from './demo-things.ts'
import { faultsIn } from './markup.ts'
import { poison } from './polyglots.ts'
import { addRarerThings } from './rarer-things.ts'
import { matrix, type Role } from './route-matrix.ts'

const readers: Role[] = [
  'guest',
  'association-president',
  'mediator',
  'table-chair',
  'regional-official',
  'coordinator',
]

let demo: TestDemo
let site: Served
let things: DemoThings
let marks: Map<string, string>
let rarer: string[]
const seen = new Set<string>()

beforeAll(async () => {
  demo = await aDemo()
  things = await thingsOf(demo.ground.db)
  rarer = await addRarerThings(demo.ground.db, things)
  for (const role of readers) await headersOf(role)
  marks = await poison(demo.ground.db)
  site = await served({ ground: demo.ground, screens: true })
}, 400_000)
afterAll(async () => {
  await site.close()
  await demo.close()
})

test('a page that lets words out of their place is found', () => {
  for (const page of [
    '<p>a<b',
    '<p onclick="x">a</p>',
    '<a href="javascript:alert(1)">a</a>',
    '<a href="//evil.example">a</a>',
    '<p title="a"b">a</p>',
    '<p title=a>a</p>',
    '<script>alert(1)</script>',
    `<script nonce="${'n'.repeat(22)}">var a = "<!--<script>"</script>`,
    '<iframe src="/"></iframe>',
  ])
    expect(faultsIn(page), page).not.toEqual([])
  expect(
    faultsIn('<!DOCTYPE html><p title="&quot;&lt;b">a &lt;b<!-- --> <a href="/x?y=1#z">b</a></p>'),
  ).toEqual([])
})

const visits = Object.entries(matrix).flatMap(([route, { visits: each = [] }]) =>
  each.map((visit, index) => [`${route} ${index + 1}`, visit] as const),
)

async function headersOf(role: Role): Promise<Record<string, string>> {
  return role === 'guest' ? {} : { Cookie: await demo.cookieOf(role) }
}

test.each(visits)('%s shows words as words', (_route, visit) => read(visit.path(things)))

test('so do cancelled, withdrawn and rejected things, and what was searched for', async () => {
  for (const path of rarer) await read(path)
})

async function read(path: string): Promise<void> {
  for (const role of readers) {
    const answer = await fetch(site.url + path, { headers: await headersOf(role), redirect: 'manual' })
    const body = await answer.text()
    expect(answer.status, `${path} as ${role}`).toBeLessThan(500)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    for (const [name, value] of answer.headers) expect(value, name).not.toMatch(/xq\d+qx/)
    const type = answer.headers.get('content-type') ?? ''
    if (type.startsWith('text/html')) {
      expect(faultsIn(body), `${path} as ${role}`).toEqual([])
      expect(answer.headers.get('content-security-policy')).toMatch(
        /script-src (?:'none'|'self'|'self' 'nonce-[\w-]+');/,
      )
    } else if (/^application\/(?:pdf|vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet)$/.test(type)) {
      // No browser draws words of such a file as a page of ours: it is kept, or read by a reader of its own.
      expect(answer.headers.get('content-disposition'), path).toMatch(
        /^(?:attachment|inline); filename="[\w.-]+"$/,
      )
    } else expect(type).toMatch(/^(?:application\/json|text\/csv|text\/plain|text\/calendar)|^$/)
    // In an appointment a line that is begun by words would be a property of its own.
    if (type.startsWith('text/calendar'))
      for (const line of body
        .replace(/\r\n[ \t]/g, '')
        .trimEnd()
        .split(/\r\n|[\r\n]/))
        expect(line).toMatch(/^[A-Z-]+[;:]/)
    for (const [mark] of body.matchAll(/xq\d+qx/g)) seen.add(mark)
  }
}

/** Kept beside what is shown: the page of a brief reads the bytes that its seal commits to, and a mail's markup and appointment are only sent. */
const shownElsewhere = [
  'briefs.content',
  'briefs.next_steps',
  'mails.calendar',
  'mails.html',
  // Figures by statement and letter, without a word of anybody's.
  'opinion_releases.published',
  'opinion_releases.statements',
  'opinion_releases.told',
  'opinion_results.frame',
  // Papers and rules hold numbers and code words, which the page counts and translates; no poll of the demo was called off.
  'poll_votes.paper',
  'polls.cancel_reason',
  'polls.lots',
  'polls.rules',
  // Like the figures above.
  'proposal_statements.figures',
  // For the audit of later releases alone; of a survey's plan and quotas the releases hold what is shown.
  'survey_releases.hidden',
  'surveys.plan',
  'surveys.quotas',
]

test('what was written was really shown', () => {
  const unseen = [...marks].filter(([mark]) => !seen.has(mark)).map(([, column]) => column)
  expect(unseen).toEqual(shownElsewhere)
})

test('a script asks for the same words as data, which no browser takes for a page', async () => {
  for (const path of [`/rooms/${things.room}.data`, '/api/v1/needs/list-needs']) {
    const answer = await fetch(site.url + path)
    expect(answer.status, path).toBe(200)
    expect(await answer.text()).toMatch(/xq\d+qx/)
    expect(answer.headers.get('content-type')).toMatch(/^(?:application\/json|text\/x-script)/)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  }
})

test('mails carry words as words, to nobody but who they are for', async () => {
  const smtp = await fakeSmtp()
  onTestFinished(smtp.close)
  const ground = { ...demo.ground, settings: { ...demo.ground.settings, smtpUrl: smtp.url } }
  const { db } = ground
  // Their addresses stay poisoned too: one that broke out of its header would add another.
  await db.updateTable('people').set({ noticeRhythm: 'at-once' }).where('persona', 'is not', null).execute()
  await db.deleteFrom('mails').execute()
  const { authorId, consultationId } = await db
    .selectFrom('needs')
    .where('id', '=', things.need)
    .select(['authorId', 'consultationId'])
    .executeTakeFirstOrThrow()
  const need = { streamId: consultationId, name: 'need-read', about: things.need }
  await db.transaction().execute((trx) => recordEvent(trx, guest, need))
  await tellStream(ground, consultationId)
  const author = {
    kind: 'person',
    id: authorId,
    roles: [],
    language: 'it',
    network: 'x',
  } as unknown as Person
  await inviteToOrganisation(ground, author, {
    organisationId: things.organisation,
    email: 'invited@people.test',
    role: 'member',
  })
  const mails = await db.selectFrom('mails').select(['subject', 'text', 'html', 'headers']).execute()
  expect(mails.length).toBeGreaterThan(1)
  expect(mails.map((mail) => mail.text).join()).toMatch(/xq\d+qx/)
  for (const { subject, text, html, headers } of mails) {
    expect(faultsIn(html.replace(/ style="[^"]*"/g, ''))).toEqual([])
    expect(subject + JSON.stringify(headers)).not.toMatch(/xq\d+qx/)
    // Mailboxes make links of what looks like one.
    for (const [link] of text.matchAll(/\b(?:https?:\/\/|www\.)\S+/g))
      expect(new URL(link).origin).toBe(ground.settings.publicUrl.origin)
  }
  await deliverMails(ground)
  expect(smtp.arrived.length).toBeGreaterThan(0)
  for (const { to, message } of smtp.arrived) {
    expect(to).not.toContain('evil.example')
    const [head = ''] = message.split('\r\n\r\n', 1)
    expect(head).not.toMatch(/^Bcc:/im)
  }
})

test('nothing in the screens writes markup from words', () => {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tsx?$/.test(name),
  )
  for (const file of files) {
    const source = readFileSync(join('app', file), 'utf8')
    expect(source, file).not.toMatch(
      /\.(?:inner|outer)HTML|insertAdjacentHTML|document\.write|\beval\(|new Function/,
    )
    // Only what the build made: the words of the screen itself, with every < escaped, and the page's look.
    for (const [, written] of source.matchAll(
      /dangerouslySetInnerHTML=\{\{ __html: ([\w.]+)|dangerouslySetInnerHTML/g,
    ))
      expect(['words', 'look.first', 'look.rest', 'dataEscaped'], file).toContain(written)
  }
})
