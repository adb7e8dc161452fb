import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashToken } from '#server/people/secrets.ts'
import { actsByCapability } from '#server/platform.ts'
import { aDemo, type TestDemo } from '#tests/support/demo.ts'
import { served, type Served } from '#tests/support/served.ts'
import { hearActs, type Heard } from './acts-heard.ts'
import type { DemoThings } from './demo-things.ts'
import { formFor } from './form-for.ts'
import { includes, leadsBack, matrix, roles, type Role } from './route-matrix.ts'
import { rowsOfEverything } from './rows-of-everything.ts'
import { thingsToChange } from './things-to-change.ts'
import { undone } from './undone.ts'

let demo: TestDemo
let site: Served
/** The same, where what an act did is undone at once: whoever may can be asked one after the other. */
let rehearsal: Served
let things: DemoThings
let spreadsheet: File
let before: Record<string, string>
const sessions = new Map<Role, string>()
const { heard, stop } = hearActs()

beforeAll(async () => {
  demo = await aDemo()
  const { db } = demo.ground
  things = await thingsToChange(db)
  site = await served({ ground: demo.ground, screens: true })
  rehearsal = await served({ ground: { ...demo.ground, db: undone(db) }, screens: true })
  for (const role of roles) sessions.set(role, role === 'guest' ? things.absent : await sessionOf(role))
  const form = await fetch(`${site.url}/surveys/${things.draftSurvey}/form.xlsx`, {
    headers: await headersOf('table-chair'),
  })
  spreadsheet = new File([await form.arrayBuffer()], 'form.xlsx')
  before = await rowsOfEverything(db)
}, 400_000)
afterAll(async () => {
  stop()
  await site.close()
  await rehearsal.close()
  await demo.close()
})

/** Why these are not done even by whoever may: after it was judged who asks, something else is in the way or not there. */
const stillStopped: Record<string, string> = {
  'consultations/reschedulePhases': 'phase-already-over',
  'meetings/takeCarriedItem': 'unseen item',
  'minutes/askCorrection': 'itemId',
  'opinions/importVotes': 'file-not-readable',
  'organisations/editOrganisation': 'fixed-once-verified',
  'organisations/endMembership': 'unseen member',
  'people/enterWithCode': 'wrong-code',
  'polls/castPaper': 'receipt-needed',
  'releases/addTheme': 'unseen text',
  'releases/citeFigure': 'unseen figure',
  'releases/groupText': 'unseen text',
  'releases/quoteText': 'unseen text',
  'releases/removeQuotation': 'unseen quotation',
  'releases/removeTheme': 'unseen theme',
  'responses/sendWhole': 'invalid',
}

/** About oneself or one's own device alone, or asked by a page beside another act (a survey's pages, a notice that is opened). */
const alsoElsewhere = [
  'floor/keepPlace',
  'notices/markRead',
  'people/chooseLanguage',
  'people/signOut',
  'responses/keepFile',
  'responses/keepPage',
  'responses/sendResponse',
]

const changes = Object.entries(matrix).flatMap(([route, { changes: each = [] }]) =>
  each.map((change, index) => [`${route} ${index + 1}`, change] as const),
)
/** By route, which act it asks; an act that is not a command changes nothing. */
const actOf = new Map<string, Heard | undefined>()
test.each(changes)(
  '%s is refused to whoever may not, for who they are',
  async (route, { may, leads, ...change }) => {
    const path = change.path(things)
    // Which act it is, and so what it wants, is heard from an incomplete form.
    const first = roles.find((role) => includes(may, role)) ?? 'table-chair'
    const { act } = await send(rehearsal, path, first, undefined)
    actOf.set(route, act)
    for (const role of roles.filter((each) => !includes(may, each))) {
      const sent = await send(site, path, role, act)
      const said = `${path} as ${role}: ${sent.status} ${sent.where} ${sent.act?.act} ${sent.act?.outcome}`
      const isLed = sent.where.startsWith('/sign-in?') || leadsBack(sent.where, path, leads)
      expect([403, 404, 409].includes(sent.status) || isLed, said).toBe(true)
      if (!sent.act) continue
      expect(sent.act.isWhole, said).toBe(true)
      const isStopped = may.length === 0 && sent.act.outcome.startsWith('conflict')
      expect(isStopped || /^(?:forbidden|unseen)/.test(sent.act.outcome), said).toBe(true)
      const inTheWay = stillStopped[sent.act.act]
      if (inTheWay) expect(sent.act.outcome, said).not.toContain(inTheWay)
    }
  },
  60_000,
)

test('nothing was changed by any of them', async () => {
  expect(await rowsOfEverything(demo.ground.db)).toEqual(before)
}, 60_000)

test('every command is asked by a page here, or is one that a test of its own asks', () => {
  const commands = [...actsByCapability].flatMap(([capability, acts]) =>
    [...acts].flatMap(([name, { kind }]) => (kind === 'command' ? [`${capability}/${name}`] : [])),
  )
  const asked = new Set([...actOf.values()].map((act) => act?.act))
  expect(commands.filter((name) => !asked.has(name)).toSorted()).toEqual(alsoElsewhere)
})

test.each(changes)(
  '%s is done for whoever may',
  async (route, { may, ...change }) => {
    const path = change.path(things)
    const act = actOf.get(route)
    for (const role of roles.filter((each) => act && includes(may, each))) {
      const sent = await send(rehearsal, path, role, act)
      const said = `${path} as ${role}: ${sent.status} ${sent.act?.act} ${sent.act?.outcome}`
      const inTheWay = stillStopped[sent.act?.act ?? '']
      if (inTheWay) expect(sent.act?.outcome, said).toContain(inTheWay)
      else expect(sent.act?.outcome, said).toMatch(/^(?:done|conflict)/)
    }
  },
  60_000,
)

async function headersOf(role: Role): Promise<Record<string, string>> {
  return role === 'guest' ? {} : { Cookie: await demo.cookieOf(role) }
}

async function sessionOf(role: Exclude<Role, 'guest'>): Promise<string> {
  const token = (await demo.cookieOf(role)).split('=')[1] ?? ''
  const { id } = await demo.ground.db
    .selectFrom('sessions')
    .where('tokenHash', '=', hashToken(token))
    .select('id')
    .executeTakeFirstOrThrow()
  return id
}

async function send(where: Served, path: string, role: Role, act: Heard | undefined) {
  heard.length = 0
  const answer = await fetch(where.url + path, {
    method: 'POST',
    headers: { ...(await headersOf(role)), Origin: where.url },
    body: act
      ? formFor(act, things, { sessionId: sessions.get(role) ?? '', spreadsheet })
      : new URLSearchParams({ regionCode: '19' }),
    redirect: 'manual',
  })
  await answer.arrayBuffer()
  return { status: answer.status, where: answer.headers.get('location') ?? '', act: heard[0] }
}
