import { randomUUID } from 'node:crypto'
import { type Browser, expect, type Page } from '@playwright/test'
import { includes, matrix, type Role } from '#tests/attacks/route-matrix.ts'
import { canary, type PoisonedDemo, poisonDemo, writings } from './poisoned-demo.ts'
import { watchScripts } from './script-watch.ts'
import { enter, isShort, test as staged, visit } from './stage.ts'

const test = staged.extend<object, { demo: PoisonedDemo }>({
  demo: [({ stage }, use) => stage.changed(poisonDemo).then(use), { scope: 'worker', timeout: 180_000 }],
})

/** Of those who are shown most: whoever leads tables, keeps rooms, answers, oversees, speaks for others, and anybody. */
const readers: Role[] = [
  'guest',
  'mediator',
  'regional-official',
  'coordinator',
  'table-chair',
  'association-president',
]
const pages = Object.entries(matrix)
  .filter(([route]) => !route.includes('[.]'))
  .flatMap(([, { visits = [] }]) => visits)

/** In a short run each page is seen once, by one of those who are shown it, each in their turn. */
const ofTheShortRun = pages.map((visit, turn) => {
  const shown = readers.filter((reader) => includes(visit.shown, reader))
  return shown[turn % shown.length] ?? readers[turn % readers.length]
})

async function as(browser: Browser, url: string, role: Role): Promise<Page> {
  return role === 'guest' ? visit(browser, url, 'it') : enter(browser, url, role)
}

for (const role of readers)
  test(`nothing that somebody wrote runs on a page that the ${role} comes to`, async ({
    browser,
    stage,
    demo,
  }) => {
    test.slow(!isShort, 'each of them comes to every page')
    const url = stage.urls[0] ?? ''
    const page = await as(browser, url, role)
    const { look, faults } = await watchScripts(page, url)
    const own = pages.filter((_, turn) => !isShort || ofTheShortRun[turn] === role)
    expect(own.length).toBeGreaterThan(10)
    for (const each of own) {
      const path = each.path(demo.things)
      expect((await look(path)) ?? 200, path).toBeLessThan(500)
    }
    if (!isShort || role === 'mediator') for (const path of demo.rarer) await look(path)
    expect(faults).toEqual([])
    await page.context().close()
  })

test('a document that came past every door runs nothing, where it is read and in the editor', async ({
  browser,
  stage,
  demo,
}) => {
  const url = stage.urls[0] ?? ''
  const page = await as(browser, url, 'association-president')
  const { look, faults } = await watchScripts(page, url)
  expect(demo.evilNeeds.length).toBeGreaterThan(20)
  let edited = 0
  for (const need of demo.evilNeeds) {
    await look(`/needs/${need}`)
    // What no editor could hold is refused with a page.
    if ((await look(`/needs/${need}/edit`)) !== 200) continue
    await expect(page.locator('.editor-surface')).toBeVisible()
    edited += 1
  }
  expect(edited).toBeGreaterThan(10)
  // One piece draws both.
  if (!isShort) for (const proposal of demo.evilProposals) await look(`/proposals/${proposal}`)
  expect(faults).toEqual([])
  await page.context().close()
})

test('nor does the editor run the poisoned words of a need', async ({ browser, stage, demo }) => {
  const url = stage.urls[0] ?? ''
  const page = await as(browser, url, 'association-president')
  const { look, faults } = await watchScripts(page, url)
  await look(`/needs/${demo.things.listeningNeed}/edit`)
  await expect(page.locator('.editor-surface')).toContainText(/xq\d+qx/)
  expect(faults).toEqual([])
  await page.context().close()
})

test('nor does a message that arrives while the room is open', async ({ browser, stage, demo }) => {
  const url = stage.urls[0] ?? ''
  const [page, writer] = await Promise.all([
    as(browser, url, 'other-association-member'),
    as(browser, url, 'mediator'),
  ])
  const { look, faults } = await watchScripts(page, url)
  await look(`/rooms/${demo.things.secretRoom}`)
  await expect(page.locator('.room-dot-live')).toBeVisible()
  for (const [index, writing] of writings.entries()) {
    const answer = await writer.request.post('/api/v1/rooms/post-message', {
      data: {
        roomId: demo.things.secretRoom,
        text: writing(`arrived${index}`),
        language: 'it',
        clientId: randomUUID(),
      },
      headers: { Origin: url },
    })
    expect(answer.status(), await answer.text()).toBe(200)
    await expect(page.locator('.message-text', { hasText: `arrived${index}` })).toBeVisible()
  }
  expect(await page.evaluate((name) => name in window, canary)).toBe(false)
  expect(faults).toEqual([])
  await page.context().close()
  await writer.context().close()
})

test('the watch finds a script in a page, whether the policy stops it or nothing does', async ({
  browser,
  stage,
}) => {
  const url = stage.urls[0] ?? ''
  const page = await as(browser, url, 'guest')
  const { look, faults } = await watchScripts(page, url)
  let isGuarded = true
  await page.route('**/legal', async (route) => {
    const answer = await route.fetch()
    const { 'content-security-policy': policy = '', ...others } = answer.headers()
    await route.fulfill({
      response: answer,
      headers: isGuarded ? { ...others, 'content-security-policy': policy } : others,
      body: `${await answer.text()}<script>alert(${canary}=1)</script><a href="javascript:${canary}">a</a><img src="https://evil.example/x">`,
    })
  })
  const found = async () => {
    faults.length = 0
    await look('/legal')
    return faults.join('\n')
  }
  const stopped = await found()
  expect(stopped).toMatch(/stopped by the policy: script-src/)
  expect(stopped).toMatch(/an error is told: .*Content Security Policy/)
  expect(stopped).not.toMatch(/a dialog|a script ran/)
  isGuarded = false
  const ran = await found()
  for (const what of [
    'a dialog: 1',
    'a script ran',
    'a request to https://evil.example/x',
    'markup of somebody: <a',
  ])
    expect(ran).toContain(what)
  await page.context().close()
})
