import { randomUUID } from 'node:crypto'
import { type Browser, expect, type Page } from '@playwright/test'
import type { Persona } from '#server/people/words.ts'
import { slowLine } from '#tests/bench/slow-line.ts'
import { barriers } from './reading-well.ts'
import { enter, type Stage, test } from './stage.ts'

/** What stands between a test and a meeting: a person's page, and the platform's second door in their name. */
async function someone(browser: Browser, stage: Stage, persona: Persona) {
  const url = stage.urls[0] ?? ''
  const page = await enter(browser, url, persona)
  await page.setViewportSize({ width: 360, height: 740 })
  const door = async (way: 'get' | 'post', act: string, asked: Record<string, unknown>) => {
    const address = `/api/v1/${act}`
    const response =
      way === 'post'
        ? await page.request.post(address, { data: asked, headers: { Origin: url } })
        : await page.request.get(address, { params: asked as Record<string, string> })
    const { answer, refusal } = (await response.json()) as { answer: never; refusal?: object }
    if (refusal) throw new Error(`${act}: ${JSON.stringify(refusal)}`)
    return answer as Record<string, string> & { seats: { seatId: string; part: string }[] }
  }
  return {
    page,
    does: (act: string, asked: Record<string, unknown>) => door('post', act, asked),
    asks: (act: string, asked: Record<string, unknown>) => door('get', act, asked),
  }
}

/** An open meeting of the table in whose room the demo talks most, and its address. */
async function aMeeting(browser: Browser, stage: Stage) {
  const chair = await someone(browser, stage, 'table-chair')
  await chair.page.goto('/consultations')
  const listed = await chair.page.locator('a', { hasText: 'Casa e lavoro' }).first().getAttribute('href')
  const consultationId = listed?.split('/').at(-1) ?? ''
  const { meetingId = '' } = await chair.does('meetings/call-meeting', {
    consultationId,
    titleIt: 'Casa e lavoro stagionale',
    startsAt: hoursFromNow(1),
    endsAt: hoursFromNow(4),
    languages: ['it'],
    quorum: 20,
    seatMinutes: 10,
    clientId: randomUUID(),
  })
  const { roomId = '' } = await chair.does('meetings/open-meeting', { meetingId })
  const close = () => chair.does('meetings/close-meeting', { meetingId })
  return { chair, meetingId, room: `/rooms/${roomId}`, close }
}

function hoursFromNow(hours: number): string {
  return new Date(Date.now() + hours * 3_600_000).toISOString()
}

async function seatOf(who: Awaited<ReturnType<typeof someone>>, meetingId: string) {
  const { seats } = await who.asks('floor/show-my-places', { meetingId })
  return { meetingId, seatId: seats[0]?.seatId ?? '', part: seats[0]?.part ?? '' }
}

function withJavaScript() {
  test.skip(test.info().project.name === 'without-javascript', 'this is what scripts are for')
}

const mine = (page: Page) => page.locator('.my-seat')

test('a page that comes alive keeps the dates it was sent with: a phone formats none until something new is said', async ({
  browser,
  stage,
}) => {
  withJavaScript()
  const { page } = await someone(browser, stage, 'social-worker')
  await page.goto('/consultations')
  const consultation = await page.locator('a', { hasText: 'Casa e lavoro' }).first().getAttribute('href')
  await page.goto(consultation ?? '')
  const room = await page.locator('main a[href^="/rooms/"]').first().getAttribute('href')
  const written = await (await page.request.get(room ?? '')).text()
  await page.addInitScript(() => {
    const formats: string[] = []
    ;(window as unknown as { formats: string[] }).formats = formats
    Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
      construct: (target, made: [string, Intl.DateTimeFormatOptions]) => {
        formats.push(JSON.stringify(made))
        return new target(...made)
      },
    })
  })
  await page.goto(room ?? '')
  await expect(page.locator('.room-dot-live')).toBeVisible()
  const times = await page.locator('.message-head time').allTextContents()
  expect(times.length).toBeGreaterThan(20)
  for (const time of times) expect(written).toContain(`>${time}</time>`)
  const formats = () => page.evaluate(() => (window as unknown as { formats: string[] }).formats)
  expect(await formats()).toEqual([])
  await page.locator('#text').fill('Una cosa nuova')
  await page.locator('form:has(#text) button[type="submit"]').click()
  await expect(page.locator('.message-text', { hasText: 'Una cosa nuova' })).toBeVisible()
  await expect.poll(formats).not.toEqual([])
})

test('by keyboard: a hand goes up and down on one button, and everybody sees the same queue', async ({
  browser,
  stage,
}) => {
  withJavaScript()
  const { chair, room, close } = await aMeeting(browser, stage)
  const { page } = await someone(browser, stage, 'association-president')
  await Promise.all([chair.page.goto(room), page.goto(room)])
  await mine(page)
    .getByRole('button', { name: /présent|presente/ })
    .focus()
  await page.keyboard.press('Enter')
  const raise = mine(page).getByRole('button', { name: /Lever la main|Alza la mano/ })
  await raise.focus()
  await page.keyboard.press('Enter')
  const lower = mine(page).getByRole('button', { name: /Baisser la main|Abbassa la mano/ })
  await expect(lower).toBeFocused()
  await expect(chair.page.locator('.floor-queue').first()).toContainText('Cortile Arancio')
  await page.keyboard.press('Enter')
  await expect(raise).toBeFocused()
  await expect(chair.page.locator('.floor-queue')).toHaveCount(0)

  await page.keyboard.press('Enter')
  await expect(lower).toBeFocused()
  await chair.page.locator('.floor-queue form[action$="/floor"] button').click()
  await expect(page.locator('.my-place strong')).toBeVisible()
  await expect(chair.page.locator('[aria-live] p', { hasText: 'Cortile Arancio' })).toBeAttached()
  await expect(mine(page).getByRole('button', { name: /terminé|finito/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(chair.page.locator('.floor-now')).toHaveCount(0)
  await close()
})

test('a reload loses neither the draft nor the place in the queue, nor does a line that is cut', async ({
  browser,
  stage,
}) => {
  withJavaScript()
  const { room, meetingId, close } = await aMeeting(browser, stage)
  const first = await someone(browser, stage, 'social-worker')
  const second = await someone(browser, stage, 'association-president')
  for (const who of [first, second]) {
    const seat = await seatOf(who, meetingId)
    await who.does('floor/take-place', seat)
    await who.does('floor/raise-hand', {
      meetingId,
      seatId: seat.seatId,
      kind: 'speak',
      clientId: randomUUID(),
    })
  }
  await second.page.goto(room)
  await expect(second.page.locator('.room-dot-live')).toBeVisible()
  await second.page.locator('#text').fill('Une phrase à moitié')
  await second.page.reload()
  await expect(second.page.locator('#text')).toHaveValue('Une phrase à moitié')
  await expect(second.page.locator('.my-place')).toContainText('2')

  await second.page.context().setOffline(true)
  await mine(second.page)
    .getByRole('button', { name: /Baisser|Abbassa/ })
    .click()
  await expect(mine(second.page).getByRole('button', { name: /Ligne coupée|Linea/ })).toBeVisible()
  await second.page.context().setOffline(false)
  await expect(mine(second.page).getByRole('button', { name: /Lever|Alza/ })).toBeVisible({ timeout: 20_000 })
  await expect(second.page.locator('#text')).toHaveValue('Une phrase à moitié')
  await close()
})

test('a check is read out when it opens, answered with a touch, and its result is a figure and a table', async ({
  browser,
  stage,
}) => {
  withJavaScript()
  const { chair, room, meetingId, close } = await aMeeting(browser, stage)
  const seated = await someone(browser, stage, 'association-president')
  await seated.does('floor/take-place', await seatOf(seated, meetingId))
  await Promise.all([chair.page.goto(room), seated.page.goto(room)])
  await expect(chair.page.locator('.room-dot-live')).toBeVisible()
  await chair.page.locator('#check > summary').click()
  await chair.page.locator('#check summary', { hasText: 'Apri' }).click()
  await chair.page.locator('#question').fill('Siamo pronti?')
  await chair.page.locator('form[action$="/checks"] button').click()
  await expect(seated.page.locator('[aria-live] p', { hasText: 'Siamo pronti?' })).toBeAttached()
  const answer = seated.page.locator('.check-answers button').first()
  await answer.click()
  await expect(answer).toHaveAttribute('aria-pressed', 'true')
  await seated.page.reload()
  await expect(seated.page.locator('.check-answers button').first()).toHaveAttribute('aria-pressed', 'true')
  await chair.page.locator('form[action$="/closing"] button').first().click()
  await expect(seated.page.locator('.check-result .bars')).toBeVisible()
  await expect(seated.page.locator('.check-result table')).toBeAttached()
  await close()
})

test('by reloading, without scripts: come, ask for the floor, be told why not, answer, leave', async ({
  browser,
  stage,
}) => {
  test.skip(test.info().project.name !== 'without-javascript', 'with scripts the page is live')
  const { chair, room, meetingId, close } = await aMeeting(browser, stage)
  const { page } = await someone(browser, stage, 'association-president')
  await page.goto(room)
  await mine(page).locator('form[action$="/places"] button').click()
  await page.waitForURL(/done=/)
  await mine(page).locator('form[action$="/hands"] button').first().click()
  await expect(mine(page).locator('form[action$="/hands/withdrawal"] button')).toBeVisible()
  await expect(page.locator('.floor-queue')).toContainText('Cortile Arancio')

  await chair.page.goto(room)
  await mine(page).locator('form[action$="/hands/withdrawal"] button').click()
  await page.waitForURL(/done=lowered/)
  await chair.page.locator('.floor-queue form[action$="/floor"] button').click()
  await chair.page.waitForURL(/refused=hand-down/)
  await expect(chair.page.locator('.error-summary')).toContainText('mano')

  await chair.does('checks/open-check', {
    meetingId,
    kind: 'temperature',
    unit: 'seat',
    question: 'Siamo pronti?',
    language: 'it',
    options: [],
    seconds: 120,
    clientId: randomUUID(),
  })
  await page.goto(room)
  await page.locator('.check-answers button').nth(1).click()
  await expect(page.locator('.check-answers button').nth(1)).toHaveAttribute('aria-pressed', 'true')
  await page.locator('.my-more summary').click()
  await page.locator('form[action$="/departure"] button').click()
  await expect(mine(page).locator('form[action$="/places"] button')).toBeVisible()
  await close()
})

test('nothing stands in the way of anybody in the room, on a phone and on a desk', async ({
  browser,
  stage,
}) => {
  withJavaScript()
  const { chair, room, meetingId, close } = await aMeeting(browser, stage)
  const seated = await someone(browser, stage, 'association-president')
  const seat = await seatOf(seated, meetingId)
  await seated.does('floor/take-place', seat)
  await seated.does('floor/raise-hand', {
    meetingId,
    seatId: seat.seatId,
    kind: 'question',
    clientId: randomUUID(),
  })
  await chair.does('floor/give-floor', { meetingId, seatId: seat.seatId })
  await chair.does('checks/open-check', {
    meetingId,
    kind: 'question',
    unit: 'seat',
    question: 'Quando ci rivediamo?',
    language: 'it',
    options: ['Lunedì', 'Martedì'],
    seconds: 300,
    clientId: randomUUID(),
  })
  for (const { page } of [chair, seated])
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 740 })
      await page.goto(room)
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('main details'))
          (details as HTMLDetailsElement).open = true
      })
      expect(await barriers(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    }
  await close()
})

test('on a line of 32 kbit/s with 600 ms the room is read, and a hand goes up in it', async ({
  browser,
  stage,
}) => {
  withJavaScript()
  const { room, meetingId, close } = await aMeeting(browser, stage)
  const seated = await someone(browser, stage, 'association-president')
  await seated.does('floor/take-place', await seatOf(seated, meetingId))
  const { page } = seated
  // How soon is measured by `npm run bench -- weight`, where nothing else runs beside it.
  const asBefore = await slowLine(page)
  void page.goto(room, { timeout: 120_000 }).catch(() => {})
  await page.waitForURL(`**${room}`, { waitUntil: 'commit' })
  for (const place of ['.meeting-status', '.my-seat button', '.message-text', '#text'])
    await page.locator(place).first().waitFor({ state: 'visible', timeout: 60_000 })
  await mine(page).locator('form[action$="/hands"] button').first().click({ timeout: 60_000 })
  await expect(mine(page).locator('form[action$="/hands/withdrawal"] button')).toBeVisible({
    timeout: 60_000,
  })
  await asBefore()
  await close()
})
