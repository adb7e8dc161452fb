import { expect, type Page } from '@playwright/test'
import type { Cast } from './cast.ts'
import { choose, expectWritten, fill, idOnceAt, press, runsScripts, write } from './forms.ts'

const title = 'Nei campi non c’è acqua da bere'
const text =
  'Portiamo le bottiglie da casa. Alle dieci sono finite e il rubinetto più vicino è a quattro chilometri.'
const similar = 'Nei campi non c’è acqua da bere per chi raccoglie'

/**
 * 4. What is half written is not lost; the need is sent after those that say much the same were shown; others support it,
 * one of them as an organisation, and find it however they write its words. Answers both needs, the newcomer's first.
 */
export async function postNeeds(cast: Cast, consultation: string): Promise<[string, string]> {
  const { newcomer, other, chair } = cast
  await other.goto(`/consultations/${consultation}/needs/new`)
  await fillNeed(other, similar, 'A giugno in serra si beve dal tubo che porta l’acqua alle piante.')
  const others = await sendNeed(other, consultation)

  await newcomer.goto(`/consultations/${consultation}/needs/new`)
  await fillNeed(newcomer, title, text)
  await interrupted(newcomer, consultation)
  await expect(newcomer.locator('main [name="title"]')).toHaveValue(title)
  await expectWritten(newcomer, 'il rubinetto più vicino è a quattro chilometri')
  await expect(newcomer.locator('main [name="areas"][value="work"]')).toBeChecked()
  await expect(newcomer.locator('main [name="urgency"][value="high"]')).toBeChecked()
  const need = await sendNeed(newcomer, consultation, similar)

  // Neither accents nor capitals have to be as they were written.
  await other.goto(`/needs?consultation=${consultation}`)
  await other.locator('main form[role="search"] [name="q"]').fill('RUBINETTO PIU VICINO')
  await other.locator('main form[role="search"] button').first().click()
  await other.waitForURL(/q=RUBINETTO/)
  await expect(other.locator(`main a[href="/needs/${others}"]`)).toHaveCount(0)
  await other.locator(`main a[href="/needs/${need}"]`).first().click()
  await press(other, `/needs/${need}/support`)
  await expect(other.locator(`form[action="/needs/${need}/support/withdrawal"]`).first()).toBeVisible()
  await other.locator(`form[action="/needs/${need}/support"]:has([name="organisationId"]) button`).click()
  await other.waitForURL(/done=supported/)
  await newcomer.goto(`/needs/${need}`)
  await newcomer.locator('main section.support summary').click()
  await expect(newcomer.locator('main section.support li')).toHaveText(['Braccia e Parole'])
  await chair.goto(`/needs/${need}`)
  await press(chair, `/needs/${need}/reading`)
  return [need, others]
}

async function fillNeed(page: Page, title: string, text: string): Promise<void> {
  await fill(page, { title, regionCode: '19' })
  await write(page, text)
  await choose(page, 'areas', 'work')
  await choose(page, 'concerns', 'seasonal-workers')
  await choose(page, 'urgency', 'high')
}

/** Sends it, after the page has shown what says much the same; answers its id. */
async function sendNeed(page: Page, consultation: string, shown?: string): Promise<string> {
  await page.locator('main form#need button:not([formaction])').last().click()
  const anyway = page.locator(`button[formaction="/consultations/${consultation}/needs/new"]`).first()
  await expect(anyway).toBeVisible()
  if (shown) await expect(page.locator('main .similar li').first()).toContainText(shown)
  await anyway.click()
  return idOnceAt(page, 'needs')
}

/** The line goes just when it is to be sent; without scripts, it is kept as a draft and taken up again. */
async function interrupted(page: Page, consultation: string): Promise<void> {
  if (runsScripts()) {
    await expect(page.locator('.editor-draft')).toBeVisible()
    await page.context().setOffline(true)
    await page.locator('main form#need button:not([formaction])').last().click()
    await expect(page.locator('main form#need')).toHaveCount(0)
    await page.context().setOffline(false)
    await page.goto(`/consultations/${consultation}/needs/new`)
    await expect(page.locator('.editor-draft')).toBeVisible()
  } else {
    await page.locator('main button[formaction$="/needs/drafts"]').click()
    await page.waitForURL(/done=draft-kept/)
    await page.locator('section[aria-labelledby="drafts"] a', { hasText: title }).click()
  }
}
