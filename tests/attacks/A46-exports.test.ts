import { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { closeSurvey } from '#server/surveys/index.ts'
import { quantile } from '#tests/bench/figures.ts'
import { startPlatform } from '#tests/bench/processes.ts'
import { testDatabase } from '#tests/support/ground.ts'
import { aPollingTable, anOpenPoll } from '#tests/support/polls.ts'
import { anAnsweredSurvey, skewedAnswers } from '#tests/support/releases.ts'
import { served, type Served } from '#tests/support/served.ts'
import { aWorld, type World } from '#tests/support/world.ts'

let site: Served
let world: World
beforeAll(async () => {
  world = await aWorld()
  site = await served({ ground: world.ground, screens: true })
}, 180_000)
afterAll(() => site.close())

test('of the files that one person asks for at once one is made; the others are told so, and nobody else waits', async () => {
  const [eager, other] = [await world.person(), await world.person()]
  const take = (who: typeof eager) =>
    fetch(`${site.url}/audit.csv`, { headers: { Cookie: site.cookieOf(who) } })
  const [theirs, ...answers] = await Promise.all([
    take(other),
    ...Array.from({ length: 20 }, () => take(eager)),
  ])
  expect(theirs?.status).toBe(200)
  const told = answers.map(({ status }) => status).toSorted((a, b) => a - b)
  expect(new Set(told)).toEqual(new Set([200, 429]))
  expect(told.filter((status) => status === 200).length).toBeLessThan(10)
  await Promise.all(answers.map((answer) => answer.text()))
})

test('whoever has one in full is given the next, however soon they ask', async () => {
  // The roll of a small poll, and not the audit, which is as long as all that other tests have done.
  const table = await aPollingTable(world, { people: 1, seats: 2 })
  const { pollId } = await anOpenPoll(world, table, { electors: 'seats' })
  const Cookie = site.cookieOf(table.chair)
  for (let n = 0; n < 150; n += 1) {
    const answer = await fetch(`${site.url}/polls/${pollId}/roll/seat`, { headers: { Cookie } })
    expect(answer.status, `file ${n + 1}`).toBe(200)
    await answer.text()
  }
})

const { url } = await testDatabase()
if (!url) process.stderr.write('200 exports at once: skipped, it needs a Postgres (set TEST_DATABASE_URL)\n')

test.skipIf(!url)(
  'of 200 exports that one person asks for at once most are refused with a page that says so, and others read on',
  async () => {
    const { surveyId, secretary } = await anAnsweredSurvey(world, { answers: skewedAnswers(2_000) })
    await closeSurvey(world.ground, secretary, { surveyId })
    const reader = await world.person()
    const platform = await startPlatform(url ?? '')
    onTestFinished(platform.stop)
    const place = `http://localhost:${platform.port}`
    const Cookie = site.cookieOf(secretary)
    const quiet = await pagesOfOthers(place, surveyId, reader)
    const state = { isOver: false }
    const exports = manyAtOnce(`${place}/surveys/${surveyId}/exports/file`, { Cookie, Origin: place })
    void exports.finally(() => void (state.isOver = true))
    const busy: number[] = []
    do busy.push(...(await pagesOfOthers(place, surveyId, reader, 10)))
    while (!state.isOver)
    const answers = await exports
    const made = answers.filter(([status]) => status === 200)
    const refused = answers.filter(([status]) => status !== 200)
    expect(made.length).toBeGreaterThan(0)
    expect(refused.length).toBeGreaterThan(made.length * 5)
    const page = `/surveys/${surveyId}/exports?refused=export-running`
    for (const each of refused) expect(each).toEqual([303, page])
    const said = await fetch(place + page, { headers: { Cookie } })
    expect(await said.text()).toContain('già in corso')
    const [before, meanwhile] = [quiet, busy].map((times) => Math.round(quantile(times, 0.99)))
    process.stderr.write(
      `200 exports at once: ${made.length} made; p99 of ${busy.length} pages of others ${meanwhile} ms, before ${before} ms\n`,
    )
  },
  240_000,
)

/** Asks for 200 exports on a thread of its own: whoever measures beside it must not wait for the one who asks. */
function manyAtOnce(
  address: string,
  headers: Record<string, string>,
): Promise<[status: number, location: string | null][]> {
  const asking = new Worker(
    `const { parentPort, workerData: { address, headers } } = require('node:worker_threads')
    const takeOut = async () => {
      const body = new URLSearchParams({ format: 'xlsx', values: 'labels', several: 'both' })
      const answer = await fetch(address, { method: 'POST', redirect: 'manual', headers, body })
      await answer.arrayBuffer()
      return [answer.status, answer.headers.get('location')]
    }
    void Promise.all(Array.from({ length: 200 }, takeOut)).then((answers) => parentPort.postMessage(answers))`,
    { eval: true, workerData: { address, headers } },
  )
  return new Promise((resolve, reject) => asking.once('message', resolve).once('error', reject))
}

/** How long the pages of somebody else take, one after the other, in milliseconds. */
async function pagesOfOthers(
  place: string,
  surveyId: string,
  reader: Awaited<ReturnType<World['person']>>,
  pages = 200,
): Promise<number[]> {
  const times: number[] = []
  for (let n = 0; n < pages; n += 1) {
    const began = performance.now()
    const answer = await fetch(`${place}/surveys/${surveyId}`, { headers: { Cookie: site.cookieOf(reader) } })
    await answer.text()
    times.push(performance.now() - began)
    expect(answer.status).toBe(200)
  }
  return times
}
