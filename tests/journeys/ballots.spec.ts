import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test'
import { enter, isShort, test } from './stage.ts'
import { projectRoot } from '#db/root.ts'

function hour(minutes: number): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Rome',
    dateStyle: 'short',
    timeStyle: 'short',
  })
  return parts.format(new Date(Date.now() + minutes * 60_000)).replace(' ', 'T')
}

const options = ['Sportello a Palermo', 'Sportello a Vittoria', 'Sportello a Trapani']

/** One poll of each family, one of them of people, and a confidential one; what the command line counts the downloaded papers by. */
const polls = [
  { kind: 'consent', tier: 'open', unit: 'seat', method: 'plurality' },
  { kind: 'approval', tier: 'open', unit: 'person', method: 'approval' },
  { kind: 'dots', tier: 'open', unit: 'seat', method: 'score' },
  { kind: 'schulze', tier: 'open', unit: 'seat', method: 'schulze' },
  { kind: 'greedy', tier: 'open', unit: 'seat', method: 'greedy' },
  { kind: 'score', tier: 'confidential', unit: 'person', method: null },
] as const
type Unit = (typeof polls)[number]['unit']
type Kind = (typeof polls)[number]['kind']

type Kept = Awaited<ReturnType<BrowserContext['storageState']>>
const entered = new Map<string, Kept>()

/**
 * With the code that came by mail: the secretary is none of the people that the demo offers to be. Once for all the polls
 * of a stage, as a person would stay signed in: nobody is sent more than five codes in a quarter of an hour.
 */
async function enterByMail(browser: Browser, url: string, email: string): Promise<Page> {
  const known = entered.get(url)
  if (known) return (await browser.newContext({ baseURL: url, storageState: known })).newPage()
  const page = await (await browser.newContext({ baseURL: url })).newPage()
  await page.goto('/sign-in')
  await page.locator('main [name="email"]').fill(email)
  await page.locator('main form.form button').last().click()
  const post = await (await browser.newContext({ baseURL: url })).newPage()
  await post.goto('/dev/mail')
  const mail = await post.locator('article', { hasText: email }).first().innerText()
  await page.locator('main [name="code"]').fill(/\d{3} \d{3}/.exec(mail)?.[0] ?? '')
  await page.locator('main form.form button').last().click()
  await page.waitForURL((at) => !at.pathname.startsWith('/sign-in'))
  entered.set(url, await page.context().storageState())
  return page
}

async function compose(
  chair: Page,
  consultation: string,
  kind: Kind,
  tier: string,
  unit: Unit,
): Promise<string> {
  await chair.goto(`/consultations/${consultation}/polls/new?kind=${kind}`)
  await chair.locator('[name="title"]').fill(`Prova: ${kind}`)
  if (kind === 'approval') {
    await chair.locator('#option-0').fill('Prima di altre righe')
    await chair.locator('[name="more"]').click()
    await expect(chair.locator('#option-11')).toBeVisible()
    await expect(chair.locator('#option-0')).toHaveValue('Prima di altre righe')
    await chair.locator('[name="title"]').fill(`Prova: ${kind}`)
  }
  if (kind !== 'consent')
    for (const [n, option] of options.entries()) {
      await chair.locator(`#option-${n}`).fill(option)
      if (kind === 'greedy') await chair.locator(`#cost-${n}`).fill(String((n + 1) * 1000))
    }
  if (kind === 'greedy') await chair.locator('[name="budget"]').fill('4000')
  await chair.locator(`[name="electors"][value="${unit}s"]`).check()
  await chair.locator(`[name="tier"][value="${tier}"]`).check()
  await chair.locator('[name="quorum"]').fill('0')
  await chair.locator('[name="opensAt"]').fill(hour(30))
  await chair.locator('[name="closesAt"]').fill(hour(600))
  await chair.locator('main form.form button').last().click()
  await expect(chair).toHaveURL(/\/polls\/[0-9a-f-]{36}\?done=composed/)
  return /\/polls\/([0-9a-f-]{36})/.exec(chair.url())?.[1] ?? ''
}

/** Opens a question of the page, whose words are the button's too, and says yes. */
async function confirm(page: Page, action: string): Promise<void> {
  const asked = page.locator('details', { has: page.locator(`form[action$="/${action}"]`) })
  await asked.locator('summary').click()
  await asked.locator('button').click()
}

async function fillPaper(page: Page, kind: Kind, nth = 0): Promise<void> {
  const paper = page.locator('section.vote').nth(nth)
  if (kind === 'consent') await paper.locator('[value="agree"]').check()
  if (kind === 'approval' || kind === 'greedy') await paper.locator('[name="chosen"][value="1"]').check()
  if (kind === 'dots' || kind === 'score') await paper.locator('[name="points"]').nth(1).fill('3')
  if (kind === 'schulze') {
    await paper.locator('[name="ranks"]').nth(1).selectOption('1')
    await paper.locator('[name="ranks"]').nth(0).selectOption('2')
  }
  if (kind === 'greedy') {
    // Adding up is another look at the paper: nothing that was typed is lost.
    await paper.locator('[name="reason"]').fill('Costa meno di tutti')
    await paper.locator('[name="sum"]').click()
    await expect(paper.locator('[name="reason"]')).toHaveValue('Costa meno di tutti')
    await expect(paper.locator('[name="chosen"][value="1"]')).toBeChecked()
  }
  await paper.locator('form button:not([name])').click()
}

/** A seat gives its vote to another, and its holder votes once more for it. */
async function byProxy(giver: Page, holder: Page, poll: string, kind: Kind): Promise<void> {
  await giver.goto(`/polls/${poll}`)
  const form = giver.locator('form[action$="/proxies"]').first()
  await giver.locator('details', { has: form }).locator('summary').click()
  const name = await form.locator('option', { hasText: 'Cortile Arancio' }).first().getAttribute('value')
  await form.locator('select').selectOption(name ?? '')
  await form.locator('button').click()
  await expect(giver).toHaveURL(/done=given/)
  await holder.goto(`/polls/${poll}`)
  const papers = holder.locator('section.vote')
  await expect(papers).toHaveCount(2)
  const isFirstDone = (await papers.first().locator('.notice').count()) > 0
  await fillPaper(holder, kind, isFirstDone ? 1 : 0)
  await expect(holder).toHaveURL(/done=voted/)
}

for (const { kind, tier, unit, method } of polls)
  test(`a poll of the kind ${kind} is composed, confirmed by another, opened, voted, closed and counted again`, async ({
    browser,
    stage,
    javaScriptEnabled,
  }) => {
    test.skip(
      isShort && javaScriptEnabled && kind !== 'schulze',
      'a poll sends no script: a short run goes through every kind without them',
    )
    const url = stage.urls[0] ?? ''
    const chair = await enter(browser, url, 'table-chair')
    const president = await enter(browser, url, 'association-president')
    await chair.goto('/consultations')
    await chair
      .getByRole('link', { name: /Casa e lavoro/ })
      .first()
      .click()
    await expect(chair).toHaveURL(/\/consultations\/[0-9a-f-]{36}/)
    const consultation = /\/consultations\/([0-9a-f-]{36})/.exec(chair.url())?.[1] ?? ''
    const poll = await compose(chair, consultation, kind, tier, unit)

    // Whoever proposed the tier is offered no confirmation, and nothing opens without it.
    await expect(chair.locator('form[action$="/tier"]')).toHaveCount(0)
    await expect(chair.locator('form[action$="/opening"]')).toHaveCount(0)
    const secretary = await enterByMail(browser, url, 'salvo.lobianco@esempio.test')
    await secretary.goto(`/polls/${poll}`)
    await confirm(secretary, 'tier')
    await chair.goto(`/polls/${poll}`)
    await confirm(chair, 'opening')

    await president.goto(`/polls/${poll}`)
    await fillPaper(president, kind)
    if (tier === 'confidential') {
      await expect(president.locator('.ballot-hash').first()).toHaveText(/^[0-9a-f-]{36}$/)
    } else await expect(president).toHaveURL(/done=voted/)
    const alternate = await enter(browser, url, 'other-association-member')
    await alternate.goto(`/polls/${poll}`)
    await fillPaper(alternate, kind)
    if (unit === 'seat') {
      await expect(alternate).toHaveURL(/done=voted/)
      await byProxy(await enter(browser, url, 'social-worker'), president, poll, kind)
    }

    await chair.goto(`/polls/${poll}`)
    await confirm(chair, 'closing')
    await expect(chair.locator('#result')).toBeVisible()
    if (method === null) {
      // So few papers would tell how each voted.
      await expect(chair.locator('a[href*="/papers/"]')).toHaveCount(0)
      return
    }
    const folder = mkdtempSync(join(tmpdir(), 'tavolo-papers-'))
    try {
      const answer = await chair.request.get(`${url}/polls/${poll}/papers/${unit}`)
      const name = /filename="([^"]+)"/.exec(answer.headers()['content-disposition'] ?? '')?.[1] ?? ''
      const file = join(folder, name)
      writeFileSync(file, await answer.text())
      const command = join(projectRoot(), 'server/commands/tavolo.js')
      const words = ['count', file, '--method', method, '--json']
      const { winners } = JSON.parse(
        execFileSync(process.execPath, [command, ...words], { encoding: 'utf8' }),
      ) as {
        winners: string[]
      }
      const won = winners.map((winner) => (method === 'greedy' ? options[Number(winner) - 1] : winner))
      expect(won).toEqual([kind === 'consent' ? 'agree' : 'Sportello a Vittoria'])
      if (kind !== 'consent')
        await expect(chair.locator('#result ~ ol strong').first()).toHaveText('Sportello a Vittoria')
    } finally {
      rmSync(folder, { recursive: true })
    }
    // What was decided is in the brief that would be published now, as a person reads it.
    await chair.goto(`/consultations/${consultation}/brief`)
    const told = chair.locator('section[aria-labelledby="polls"] article', { hasText: `Prova: ${kind}` })
    await expect(told).toContainText(kind === 'consent' ? 'Adottato' : 'Scelto: Sportello a Vittoria')
  })
