import { expect } from '@playwright/test'
import { enter } from '../stage.ts'
import type { Cast } from './cast.ts'
import { choose, day, fill, idOnceAt, send } from './forms.ts'

const phases = ['listen', 'discuss', 'propose', 'decide', 'answer', 'follow']

/** 3. The chair opens a consultation with dated phases. */
export async function openConsultation(
  { chair }: Cast,
  table: string,
  titleIt: string,
  visibility: 'public' | 'members',
): Promise<string> {
  await chair.goto(`/tables/${table}/consultations/new`)
  await fill(chair, {
    titleIt,
    summaryIt: 'Chi lavora nei campi racconta dove manca l’acqua e che cosa serve per averla ogni giorno.',
    goalIt: 'Decidere con la Regione dove portare l’acqua prima dell’estate.',
    answerDueOn: day(60),
  })
  for (const [index, phase] of phases.entries())
    await fill(chair, { [`${phase}From`]: day(index * 10), [`${phase}To`]: day(index * 10 + 9) })
  await choose(chair, 'visibility', visibility)
  await choose(chair, 'participation', 'registered')
  await chair
    .locator('select[name="answeringOrganisationId"]')
    .selectOption({ label: 'Regione, Direzione Lavoro, Casa e Inclusione' })
  await send(chair)
  const consultation = await idOnceAt(chair, 'consultations')
  await expect(chair.locator('main .badge', { hasText: 'Ascolto' }).first()).toBeVisible()
  return consultation
}

/** What is for members is not there for anybody else, by its address or in a list; for who holds a seat it is. */
export async function expectForMembersOnly(cast: Cast, table: string, consultation: string, title: string) {
  const { newcomer } = cast
  const outsider = await enter(cast.browser, cast.second, 'reader')
  for (const page of [outsider, await cast.stranger()]) {
    const answer = await page.goto(`/consultations/${consultation}`)
    expect(answer?.status()).toBe(404)
    await expect(page.locator('main')).not.toContainText(title)
    for (const list of ['/consultations', `/tables/${table}`, '/']) {
      await page.goto(list)
      await expect(page.locator('h1')).toBeVisible()
      await expect(page.locator('main')).not.toContainText(title)
    }
    await page.context().close()
  }
  await newcomer.goto('/consultations')
  await newcomer.locator(`main a[href="/consultations/${consultation}"]`).first().click()
  await expect(newcomer.locator('h1')).toContainText(title)
}
