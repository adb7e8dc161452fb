import { expect, type Locator, type Page } from '@playwright/test'
import sharp from 'sharp'

/** One person at one device, where scripts run or not. */
type Answerer = { page: Page; hasScripts: boolean }

const named = (page: Page, name: string, value?: string): Locator =>
  page.locator(`[name="${name}"]${value === undefined ? ':not([type="hidden"])' : `[value="${value}"]`}`)

export const press = (page: Page, go: string) =>
  page.locator(`button[name="~go"][value="${go}"]:not([tabindex])`).click()

/** What is said to be wrong at the field of a question. */
const wrongAt = (page: Page, path: string): Locator => page.locator(`[id="${path}-error"]`)

async function nextIs(page: Page, number: number): Promise<void> {
  await press(page, 'next')
  await expect(page).toHaveURL(new RegExp(`answering\\?page=${number}`))
}

/** Answers all of it, each kind as one does with scripts or without, and stands at the review in the end. */
export async function answerAll(answerer: Answerer): Promise<void> {
  const parts = [answerWork, answerOrder, answerWhere, answerTable, answerRepeat, answerDay, answerRest]
  for (const [at, part] of parts.entries()) {
    await part(answerer)
    await nextIs(answerer.page, at + 1)
  }
  await answerBackground(answerer)
}

async function answerWork({ page, hasScripts }: Answerer): Promise<void> {
  await page.fill('[name="you/name"]', 'Sana')
  for (const [language, direction] of [
    ['ar', 'rtl'],
    ['it', 'ltr'],
  ] as const) {
    await page.locator(`button[name="~speak"][value="${language}"]`).click()
    await expect(page.locator('html')).toHaveAttribute('dir', direction)
    await expect(page.locator('.survey-words')).toHaveAttribute('lang', language)
    await expect(page.locator('[name="you/name"]'), 'what was typed stays').toHaveValue('Sana')
  }
  await expect(page.locator('[name="you/place"]'), 'it concerns nobody yet').toBeHidden()
  await named(page, 'you/works', 'yes').check()
  if (!hasScripts) await nextIs(page, 0)
  await expect(page.locator('.question-note')).toContainText('Ciao Sana')
  await expect(page.locator('[id="you/place-hint"]')).toContainText('Lo chiediamo a te, Sana.')
  await page.fill('[name="you/place"]', 'Bari')
  await page.fill('[name="you/age"]', '12')
  for (const box of await page.locator('[name="you/needs"][type="checkbox"]').all()) await box.check()
  if (!hasScripts) await press(page, 'next')
  await expect(wrongAt(page, 'you/age')).toContainText('Scrivi un numero da 16 a 99.')
  await expect(wrongAt(page, 'you/needs')).toContainText('Scegli al massimo due cose.')
  await expect(page.locator('[name="you/age"]')).toHaveAttribute('aria-invalid', 'true')
  await page.fill('[name="you/age"]', '34')
  await named(page, 'you/needs', 'papers').uncheck()
  if (hasScripts) {
    await expect(wrongAt(page, 'you/needs')).toBeHidden()
    await expect(page.locator('[name="you/tongue_other"]'), 'once other is chosen').toBeHidden()
  }
  await named(page, 'you/tongue', 'other').check()
  await page.fill('[name="you/tongue_other"]', 'Amarico')
  if (hasScripts) {
    // It was not asked when the page was drawn, and can be moved like any other.
    await page.locator('[data-rank="you/sooner"] [data-choice="papers"] [data-move="earlier"]').click()
    await page.locator('[data-rank="you/sooner"] [data-choice="papers"] [data-move="earlier"]').click()
  } else await orderByLists(page, 'you/sooner', ['papers', 'home', 'bus'])
}

async function orderByLists(page: Page, path: string, names: string[]): Promise<void> {
  for (const [at, name] of names.entries())
    await page.selectOption(`[name="${path}~${name}"]`, String(at + 1))
}

/** `bus papers home`, by dragging a line and then by the keyboard; or by lists, wrong first. */
async function answerOrder({ page, hasScripts }: Answerer): Promise<void> {
  const line = (name: string) => page.locator(`[data-rank="order/first"] [data-choice="${name}"]`)
  const order = () =>
    page
      .locator('[data-rank="order/first"] > li')
      .evaluateAll((lines) => lines.map((each) => (each as HTMLElement).dataset['choice']))
  await press(page, 'next')
  await expect(wrongAt(page, 'order/first')).toBeVisible()
  if (!hasScripts) {
    await orderByLists(page, 'order/first', ['bus', 'home'])
    await page.selectOption('[name="order/first~home"]', '1')
    await press(page, 'next')
    await expect(wrongAt(page, 'order/first')).toContainText('un posto diverso')
    return orderByLists(page, 'order/first', ['bus', 'papers', 'home'])
  }
  await line('bus').dragTo(line('home'), {
    sourcePosition: { x: 20, y: 10 },
    targetPosition: { x: 20, y: 4 },
  })
  expect(await order()).toEqual(['bus', 'home', 'papers'])
  await line('home').locator('[data-move="later"]').focus()
  await page.keyboard.press('Enter')
  expect(await order()).toEqual(['bus', 'papers', 'home'])
  await expect(line('home').locator('[data-move="later"]')).toBeFocused()
  // By its list, a line takes its place among the others and the focus goes with it.
  await line('home').locator('select').focus()
  await page.keyboard.press('1')
  expect(await order()).toEqual(['home', 'bus', 'papers'])
  await expect(line('home').locator('select')).toBeFocused()
  await page.keyboard.press('3')
  expect(await order()).toEqual(['bus', 'papers', 'home'])
}

async function answerWhere({ page, hasScripts }: Answerer): Promise<void> {
  const list = (level: string) => page.locator(`[name="where/town~${level}"]`)
  const step = async (level: string, label: string) => {
    await list(level).selectOption({ label })
    const more = page.locator('button[data-place]')
    if (!hasScripts && (await more.count()) > 0) await more.click()
  }
  await step('region', 'Puglia')
  await step('province', 'Bari')
  // Another region after all: nothing of the first is left in it.
  await list('region').selectOption({ label: 'Calabria' })
  if (!hasScripts) await press(page, 'next')
  await expect(list('province').locator('option', { hasText: 'Bari' })).toHaveCount(0)
  if (!hasScripts) {
    await expect(page).toHaveURL(/page=3/)
    await press(page, 'back')
    await expect(list('region')).toHaveValue('18')
  }
  await step('region', 'Puglia')
  if (!hasScripts) {
    await press(page, 'next')
    await press(page, 'back')
  }
  await step('province', 'Bari')
  await list('municipality').selectOption({ label: 'Altamura' })

  if (hasScripts) {
    await page.locator('button[data-position]').click()
    await expect(page.locator('[name="where/point~lat"]')).toHaveValue('41.117100')
  } else {
    await page.fill('[name="where/point~lat"]', '41,1171')
    await page.fill('[name="where/point~lon"]', '16,8719')
  }

  await expect(page.locator('[data-asked="where/desk"]'), 'no choice is open yet').toBeHidden()
  await named(page, 'where/area', 'inland').check()
  if (!hasScripts) await nextIs(page, 2)
  await expect(named(page, 'where/desk', 'hill')).toBeVisible()
  await expect(named(page, 'where/desk', 'port')).toBeHidden()
  await named(page, 'where/desk', 'hill').check()
  await named(page, 'where/area', 'coast').check()
  if (!hasScripts) {
    await press(page, 'next')
    await expect(wrongAt(page, 'where/desk')).toBeVisible()
  }
  await expect(named(page, 'where/desk', 'hill')).toBeHidden()
  await named(page, 'where/desk', 'beach').check()
}

/** What is said of a question that may be left out, as soon as another answer changes it. */
const saidOptional = (part: Locator) => expect(part.locator('.field-optional'))

async function answerTable({ page, hasScripts }: Answerer): Promise<void> {
  const row = page.locator('tr[data-asked="how/bus"]')
  await expect(row.locator('th')).toContainText('Prendi l’autobus, Sana?')
  await expect(row.locator('label')).toHaveText(['Ogni giorno', 'Ogni settimana', 'Mai'])
  await press(page, 'next')
  await expect(wrongAt(page, 'how/bus')).toBeVisible()
  await named(page, 'how/bus', 'weekly').check()
  if (hasScripts) {
    const health = page.locator('tr[data-asked="how/health"]')
    await saidOptional(health).toHaveText('(se vuoi)')
    await named(page, 'how/bus', 'daily').check()
    await saidOptional(health).toHaveCount(0)
    await named(page, 'how/bus', 'weekly').check()
    await saidOptional(health).toHaveText('(se vuoi)')
  }
  await named(page, 'how/office', 'never').check()
}

/** Three turns, of which the second goes again. */
async function answerRepeat({ page }: Answerer): Promise<void> {
  for (const [at, name] of ['Amal', 'Omar', 'Sami'].entries()) {
    if (at > 0) await page.locator('button[value="add:child"]').click()
    await page.fill(`[name="child[${at + 1}]/called"]`, name)
    await page.fill(`[name="child[${at + 1}]/years"]`, String(7 - at))
  }
  await page.locator('button[value="remove:child[2]"]').click()
  await expect(page.locator('.question-turn')).toHaveCount(2)
  await expect(page.locator('[name="child[2]/called"]')).toHaveValue('Sami')
}

async function answerDay({ page, hasScripts }: Answerer): Promise<void> {
  await page.fill('[name="day/since"]', '2999-01-01')
  if (hasScripts) await page.locator('[name="day/since"]').blur()
  else await press(page, 'next')
  await expect(wrongAt(page, 'day/since')).toContainText('Scegli un giorno già passato.')
  await page.fill('[name="day/since"]', '2020-05-01')
  await page.fill('[name="day/wakes"]', '06:30')
  await page.fill('[name="day/met"]', '2030-12-01T10:00')
  if (hasScripts) {
    const wakes = page.locator('[data-asked="day/wakes"]')
    await page.fill('[name="day/hours"]', '13')
    await saidOptional(wakes).toHaveCount(0)
    await page.fill('[name="day/hours"]', '7,5')
    await saidOptional(wakes).toHaveText('(se vuoi)')
  }
  await page.fill('[name="day/hours"]', '7,5')
  if (!hasScripts) {
    await nextIs(page, 6)
    await press(page, 'back')
  }
  await expect(page.locator('.question-note')).toContainText('Sono 37.5 ore')
  await expect(page.locator('[id="day/fixed"]')).toContainText('La Regione')
  await expect(page.locator('[name="day/fixed"]')).toHaveCount(0)
}

async function answerRest({ page }: Answerer): Promise<void> {
  const order = () =>
    page
      .locator('[name="last/chance"][type="radio"]')
      .evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value))
  const first = await order()
  await named(page, 'last/trust', '3').check()
  await page.fill('[name="last/share"]', '37')
  await named(page, 'last/chance', 'home').check()
  await page.selectOption('[name="last/short"]', 'bus')
  await page.fill('[name="last/story"]', 'Una riga\ne un’altra')
  await named(page, 'last/story~quotable').check()
  await page.setInputFiles('[name="last/photo~file"]', {
    name: 'foto.png',
    mimeType: 'image/png',
    buffer: Buffer.from('This is no picture'),
  })
  await press(page, 'next')
  await expect(wrongAt(page, 'last/photo')).toBeVisible()
  await page.setInputFiles('[name="last/photo~file"]', {
    name: 'foto.png',
    mimeType: 'image/png',
    buffer: await sharp({ create: { width: 8, height: 8, channels: 3, background: '#0066cc' } })
      .png()
      .toBuffer(),
  })
  await press(page, 'next')
  await expect(wrongAt(page, 'last/share')).toBeVisible()
  await expect(wrongAt(page, 'last/agreed')).toBeVisible()
  expect(await order(), 'chance is the same each time').toEqual(first)
  await page.fill('[name="last/share"]', '35')
  await named(page, 'last/agreed', 'OK').check()
}

/** Not without consent, and then each may be left out. */
async function answerBackground({ page }: Answerer): Promise<void> {
  await named(page, 'about/studies', 'yes').check()
  await press(page, 'next')
  await expect(wrongAt(page, 'about/_consent')).toBeVisible()
  await named(page, 'about/_consent', 'OK').check()
  await press(page, 'next')
  await expect(page).toHaveURL(/\/answering\/review$/)
}
