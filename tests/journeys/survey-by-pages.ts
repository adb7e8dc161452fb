import { expect, type Page } from '@playwright/test'
import { romeClock } from '#app/rome-clock.ts'
import { workbookOf, type Written } from '#tests/server/surveys/workbooks.ts'

type Settings = {
  title: string
  access: string[]
  thanks: string[]
  /** The answer, as its line says it, that only so many may give. */
  quota: [string, string]
  tables: string[]
}

/** A survey from its spreadsheet to its opening as its chair makes it, on the pages alone; answers its id. */
export async function openByPages(
  chair: Page,
  consultation: string,
  form: Written,
  { title, access, thanks, quota: [limited, most], tables }: Settings,
): Promise<string> {
  await chair.goto(`${consultation}/surveys/upload`)
  await chair.setInputFiles('input[type="file"]', {
    name: 'domande.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(await workbookOf(form)),
  })
  await chair.locator('main form button[type="submit"]').last().click()
  await chair.waitForURL(/\/surveys\/[0-9a-f-]{36}/)
  const surveyId = /surveys\/([0-9a-f-]{36})/.exec(chair.url())?.[1] ?? ''

  await chair.goto(`/surveys/${surveyId}/settings`)
  await chair.fill('[name="title"]', title)
  for (const box of await chair.locator('[name="access"]').all())
    await box.setChecked(access.includes(await box.inputValue()))
  const now = Date.now()
  await chair.fill('[name="opensAt"]', romeClock(new Date(now + 36e5)))
  await chair.fill('[name="closesAt"]', romeClock(new Date(now + 864e5)))
  await chair.locator('[name="isApart"]').uncheck()
  await chair.locator('[name="takesOnBehalf"]').check()
  for (const [at, text] of thanks.entries()) await chair.locator('[name="thanks"]').nth(at).fill(text)
  await chair.locator('[name="quota"]').first().selectOption({ label: limited })
  await chair.locator('[name="quotaMost"]').first().fill(most)
  await chair.locator('main form button[type="submit"]').last().click()
  await expect(chair).toHaveURL(/settings\?done=kept$/)

  await chair.goto(`/surveys/${surveyId}/settings/tables`)
  for (const table of tables) await chair.locator(`[name="single"][value="${table}"]`).check()
  await chair.locator('[name="day"]').first().fill(romeClock(new Date()).slice(0, 10))
  await chair.locator('main form button[type="submit"]').last().click()
  await expect(chair).toHaveURL(/tables\?done=kept$/)

  await chair.goto(`/surveys/${surveyId}/form`)
  const opening = chair.locator('details:has(input[name="when"][value="now"])')
  await opening.locator('summary').click()
  await opening.locator('form button').click()
  await expect(chair.locator('.survey-desk')).toContainText('Aperto')
  return surveyId
}

/** What an association prints, from its page of codes. */
export async function codesByPages(page: Page, surveyId: string, count: number): Promise<string[]> {
  await page.goto(`/surveys/${surveyId}/codes`)
  await page.fill('[name="count"]', String(count))
  await page.locator('main form button[type="submit"]').click()
  await expect(page.locator('.code-card-code')).toHaveCount(count)
  return page.locator('.code-card-code').allInnerTexts()
}
