import { createHash } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import type { Cast } from './cast.ts'
import type { Counted } from './deciding.ts'
import { choose, day, fill, idOnceAt, press, send } from './forms.ts'

/** 9. The brief says what was seen before, its seal is that of its own bytes, and a newer one leaves it as it was. */
export async function publishBrief(cast: Cast, consultation: string, { seats, persons, roll }: Counted) {
  const { chair, newcomer } = cast
  const brief = await publish(
    chair,
    consultation,
    'La Regione risponde entro sessanta giorni. Il Tavolo ne parla nella prossima riunione.',
  )
  const bytes = await (await newcomer.request.get(`/briefs/${brief}.json`)).body()
  await newcomer.goto(`/briefs/${brief}`)
  await expect(newcomer.locator('main')).toContainText(createHash('sha256').update(bytes).digest('hex'))
  await expect(newcomer.locator('main')).toContainText('Nei campi non c’è acqua da bere')
  const row = (name: string) =>
    newcomer.locator('main tr', { has: newcomer.getByRole('rowheader', { name, exact: true }) })
  const voters = seats.reduce((sum, few) => sum + few, 0)
  await expect(row('Posti').locator('td')).toHaveText([...seats.map(String), `${voters} su ${roll}`])
  // Of so few people no brief tells how they voted.
  expect(persons.reduce((sum, few) => sum + few, 0)).toBeLessThan(5)
  await expect(row('Persone').first().locator('td')).toHaveText(
    Array.from({ length: 4 }, () => 'non mostrato'),
  )
  await expect(row('Bisogni').locator('td')).toHaveText('2')
  await expect(row('Proposte').locator('td')).toHaveText('1')

  const newer = await publish(
    chair,
    consultation,
    'La Regione risponde entro trenta giorni, e il Tavolo ne parla a maggio.',
  )
  await newcomer.goto(`/briefs/${brief}`)
  await expect(newcomer.locator(`main a[href="/briefs/${newer}"]`).first()).toBeVisible()
  expect(await (await newcomer.request.get(`/briefs/${brief}.json`)).body()).toEqual(bytes)

  await newcomer.emulateMedia({ media: 'print' })
  for (const beside of ['header', 'footer', 'nav'])
    for (const part of await newcomer.locator(beside).all()) await expect(part).toBeHidden()
  await expect(newcomer.locator('main h1')).toBeVisible()
  await newcomer.emulateMedia({ media: null })
}

async function publish(chair: Page, consultation: string, nextSteps: string): Promise<string> {
  await chair.goto(`/consultations/${consultation}/brief`)
  await fill(chair, { nextSteps })
  await send(chair)
  return idOnceAt(chair, 'briefs')
}

/** Whoever wants to know what becomes of the proposal asks to be told. */
export async function follow(page: Page, proposal: string): Promise<void> {
  await page.goto('/me/notifications')
  await choose(page, 'rhythm', 'at-once')
  await press(page, '/me/notifications/rhythm')
  await page.goto(`/proposals/${proposal}`)
  await press(page, '/follows')
  await expect(page.locator('main form[action="/follows/withdrawal"]').first()).toBeVisible()
}

/** 10. The body is asked and answers; what it owes for too long is shown as that. */
export async function askAndAnswer({ chair, official }: Cast, proposal: string): Promise<void> {
  await chair.goto(`/proposals/${proposal}/answer-request`)
  await fill(chair, { dueOn: day(30) })
  await send(chair)
  await chair.goto('/answers')
  const overdue = chair.locator('section[aria-labelledby="overdue"] li')
  await expect(overdue.first().locator('.badge')).toContainText(/ritardo/)
  await expect(overdue.locator(`a[href="/proposals/${proposal}"]`)).toHaveCount(0)
  await expect(
    chair.locator(`section[aria-labelledby="awaited"] a[href="/proposals/${proposal}"]`).first(),
  ).toBeVisible()
  await official.goto(`/proposals/${proposal}/answer`)
  await choose(official, 'outcome', 'accepted-in-part')
  await fill(official, {
    text: 'Portiamo l’acqua in dodici campi entro maggio; per gli altri cerchiamo i fondi.',
    measure: 'Dodici cisterne',
  })
  await send(official)
}

/** The page of the need tells all that became of it. */
export async function readTheStory(page: Page, need: string): Promise<void> {
  await page.goto(`/needs/${need}`)
  for (const step of [
    'Ricevuto',
    'Letto',
    'Messo insieme ad altri',
    'In una proposta',
    'Votato',
    'Risposta ufficiale',
  ]) {
    // What is still to come stands there under the same title, and is not what is asked here.
    await expect(
      page.locator('main .happening-done, main .happening-now').filter({ hasText: step }).first(),
    ).toBeVisible()
  }
}

/** Told in the application, where the number in the header is that of the list, and by mail, which one tap stops. */
export async function beToldUntilStopped(cast: Cast, page: Page, email: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.goto('/me/notifications')
        return page.locator('main').innerText()
      },
      { timeout: 30_000 },
    )
    .toContain('Un punto d’acqua in ogni campo')
  const unread = await page.locator('main .notices-unread').count()
  await expect(page.locator('header .told')).toHaveText(new RegExp(`^${unread}\\s`))
  await expect
    .poll(() => cast.mailTo(email, 'Un punto d’acqua in ogni campo'), { timeout: 30_000 })
    .toContain('/stop/')
  const stop = /\/stop\/\S+/.exec(await cast.mailTo(email, 'Un punto d’acqua in ogni campo'))?.[0] ?? ''
  await page.goto(stop)
  await page.locator('main form button').click()
  await page.goto('/me/notifications')
  await expect(page.locator('main input[name="rhythm"][value="never"]')).toBeChecked()
}
