import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { analyseOpinions, listStatements, rejectStatement } from '#server/opinions/index.ts'
import { aCollection, twoCamps } from '#tests/support/opinions.ts'
import { served, type Served } from '#tests/support/served.ts'

let site: Served
beforeAll(async () => {
  site = await served({ screens: true })
})
afterAll(() => site.close())

async function read(path: string, cookie?: string): Promise<string> {
  const answer = await fetch(`${site.url}${path}`, { headers: { ...(cookie && { Cookie: cookie }) } })
  expect([path, answer.status]).toEqual([path, 200])
  return answer.text()
}

const alike = Array.from({ length: 30 }, () => [1, 1, -1, 0, 1, 1, -1, 1] as const)

test.each([
  { name: 'nobody answered', rows: [], calm: 'Ancora troppo poche risposte' },
  { name: 'nineteen answered', rows: twoCamps(10, 9), calm: 'almeno 20 persone' },
  { name: 'all alike', rows: alike, calm: 'Per ora non si vedono gruppi' },
  {
    name: 'all pass',
    rows: alike.map((row) => row.map(() => 0 as const)),
    calm: 'Per ora non si vedono gruppi',
  },
  { name: 'all moderated', rows: twoCamps(30, 20), isModerated: true, calm: 'Per ora non si vedono gruppi' },
  { name: 'two camps', rows: twoCamps(30, 10), calm: 'Circa 40 persone su 40 sono in un gruppo' },
])('the page and the files are calm where $name', async ({ rows, calm, isModerated }) => {
  const { ground, table, statements, consultationId, answered } = await aCollection({
    statements: 8,
    showsResults: true,
  })
  await answered(rows)
  if (isModerated)
    for (const { id } of statements)
      await rejectStatement(ground, table.moderator, { statementId: id, reason: 'Non va bene.' })
  await analyseOpinions(ground, consultationId)
  const page = `/consultations/${consultationId}/opinions/results`
  const html = await read(page)
  expect(html).toContain(calm)
  for (const text of [html, await read(`${page}.json`), await read(`${page}.csv`)])
    expect(text).not.toMatch(/NaN|Infinity|undefined|opinions\.[a-z]/)
})

test('of a small group the page says in words what it says of others in per cents', async () => {
  const { ground, consultationId, answered } = await aCollection({ statements: 8, showsResults: true })
  await answered(twoCamps(30, 10))
  await analyseOpinions(ground, consultationId)
  const html = await read(`/consultations/${consultationId}/opinions/results`)
  const [bridge = ''] = /aria-labelledby="bridges"[^]*?<\/section>/.exec(html) ?? []
  expect(bridge).toMatch(/Gruppo A[^]*100 % d’accordo[^]*Gruppo B[^]*Per lo più d’accordo/)
  expect(bridge).toContain('Hanno risposto circa 40 persone su 40')
})

test('a consultation that has closed is not offered to be opened', async () => {
  const { ground, consultationId, table } = await aCollection()
  const cookie = site.cookieOf(table.chair)
  expect(await read(`/consultations/${consultationId}/statements`, cookie)).toContain('name="isOpen"')
  const closedAt = ground.now()
  await ground.db.updateTable('consultations').set({ closedAt }).where('id', '=', consultationId).execute()
  const html = await read(`/consultations/${consultationId}/statements`, cookie)
  expect(html).toContain('name="showsResults"')
  expect(html).not.toContain('name="isOpen"')
})

/** Far more than any other form, or what is sent to another act, may be. */
function aLargeFile(): string {
  const lines = Array.from({ length: 600 }, (_, at) => `${at},1,${randomUUID()} ${'parole '.repeat(135)}`)
  return ['comment-id,moderated,comment-body', ...lines].join('\n')
}

test('files of Pol.is are taken by both doors though they are larger than a form', async () => {
  const { ground, table, consultationId } = await aCollection({ statements: 0 })
  const cookie = site.cookieOf(table.chair)
  const form = new FormData()
  form.set('comments', new File([aLargeFile()], 'comments.csv'))
  form.set('language', 'it')
  const page = `${site.url}/consultations/${consultationId}/statements/import`
  const byForm = await fetch(page, {
    method: 'POST',
    headers: { Cookie: cookie },
    body: form,
    redirect: 'manual',
  })
  expect(byForm.status).toBe(303)
  const byJson = await fetch(`${site.url}/api/v1/opinions/import-votes`, {
    method: 'POST',
    headers: { Cookie: cookie, 'Content-Type': 'application/json' },
    body: JSON.stringify({ consultationId, comments: aLargeFile() }),
  })
  expect(await byJson.json()).toMatchObject({ answer: { statements: 600 } })
  expect((await listStatements(ground, table.chair, { consultationId })).statements).toHaveLength(1200)
})
