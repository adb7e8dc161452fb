import { createHash } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { enter, test } from './stage.ts'

/** A day so many days from today, in Italy. */
function day(days: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome' }).format(
    new Date(Date.now() + days * 86_400_000),
  )
}

function hour(minutes: number): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Rome',
    dateStyle: 'short',
    timeStyle: 'short',
  })
  return parts.format(new Date(Date.now() + minutes * 60_000)).replace(' ', 'T')
}

/** Fills a field by its name, whatever language its label is in. */
async function fill(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`main [name="${name}"]:visible`).first()
    if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption(value)
    else await field.fill(value)
  }
}

async function choose(page: Page, name: string, value: string): Promise<void> {
  await page.locator(`main input[name="${name}"][value="${value}"]`).check()
}

/** Presses the button of the page's own form. */
async function send(
  page: Page,
  selector = 'main form.form button:not([formaction]):not([name="step"])',
): Promise<void> {
  await page.locator(selector).last().click()
}

/** The rich editor over the textarea takes typing where scripts run; without them the textarea does. */
async function write(page: Page, text: string): Promise<void> {
  const editor = page.locator('main [contenteditable="true"]')
  await page.waitForLoadState('networkidle')
  if (await editor.count()) {
    await editor.first().click()
    await page.keyboard.type(text)
  } else await page.locator('main textarea[name="text"]').fill(text)
}

function idIn(page: Page, place: string): string {
  return new RegExp(`/${place}/([0-9a-f-]{36})`).exec(page.url())?.[1] ?? ''
}

test('from a need to an official answer, with three people and those who help them', async ({
  browser,
  stage,
}) => {
  const first = stage.urls[0] ?? ''
  // With two nodes, people meet across them.
  const second = stage.urls.at(-1) ?? first
  const newcomer = await (await browser.newContext({ baseURL: first })).newPage()
  const chair = await enter(browser, second, 'table-chair')
  const official = await enter(browser, first, 'regional-official')
  const mediator = await enter(browser, second, 'mediator')
  let consultation = ''
  let need = ''
  let proposal = ''

  await test.step('1. enter with a code that came by mail, and see one’s devices', async () => {
    const email = `presidente-${Date.now()}@esempio.test`
    await newcomer.goto('/sign-in')
    await fill(newcomer, { email })
    await send(newcomer)
    const post = await (await browser.newContext({ baseURL: first })).newPage()
    await post.goto('/dev/mail')
    const mail = await post.locator('article', { hasText: email }).first().innerText()
    const code = /\d{3} \d{3}/.exec(mail)?.[0] ?? ''
    await fill(newcomer, { code })
    await send(newcomer)
    await fill(newcomer, { name: 'Hawa Sesay' })
    await send(newcomer)
    await newcomer.goto('/me/devices')
    await expect(newcomer.locator('main li')).toHaveCount(1)
  })

  await test.step('2. register an association; the official verifies it; the chair gives it a seat with a vote', async () => {
    await newcomer.goto('/organisations/new')
    await fill(newcomer, { name: `Le Lanterne ${Date.now()}` })
    await fillOrganisation(newcomer)
    await send(newcomer)
    await newcomer.waitForURL(/\/organisations\/[0-9a-f-]{36}/)
    const organisation = idIn(newcomer, 'organisations')

    await official.goto(`/organisations/${organisation}`)
    await official.locator(`form[action="/organisations/${organisation}/verification"] button`).click()
    await newcomer.reload()

    await chair.goto('/tables')
    await chair.locator('main a[href^="/tables/"]', { hasText: 'Sicilia' }).first().click()
    const table = idIn(chair, 'tables')
    await chair.goto(`/tables/${table}/seats/new?organisation=${organisation}`)
    if (await chair.locator('select[name="organisationId"]').count()) {
      await fill(chair, { organisationId: organisation })
      await send(chair)
    }
    await choose(chair, 'kind', 'voting')
    await fill(chair, { actNumber: 'DDG 901', actDate: day(-1), startsOn: day(0) })
    await chair.locator('select[name="holderId"]').selectOption({ label: 'Hawa Sesay' })
    await send(chair)
    await chair.goto(`/tables/${table}?on=${day(0)}`)
    await expect(chair.locator('main')).toContainText('Hawa Sesay')
    await chair.goto(`/tables/${table}?on=${day(-3)}`)
    await expect(chair.locator('main')).not.toContainText('Hawa Sesay')

    await test.step('3. the chair opens a consultation with dated phases', async () => {
      await chair.goto(`/tables/${table}/consultations/new`)
      await fill(chair, {
        titleIt: 'Acqua potabile nei campi di raccolta',
        summaryIt:
          'Chi lavora nei campi racconta dove manca l’acqua e che cosa serve per averla ogni giorno.',
        goalIt: 'Decidere con la Regione dove portare l’acqua prima dell’estate.',
        answerDueOn: day(60),
      })
      const phases = ['listen', 'discuss', 'propose', 'decide', 'answer', 'follow']
      for (const [index, phase] of phases.entries()) {
        await fill(chair, { [`${phase}From`]: day(index * 10), [`${phase}To`]: day(index * 10 + 9) })
      }
      await choose(chair, 'visibility', 'public')
      await choose(chair, 'participation', 'registered')
      await chair
        .locator('select[name="answeringOrganisationId"]')
        .selectOption({ label: 'Regione, Direzione Lavoro, Casa e Inclusione' })
      await send(chair)
      await chair.waitForURL(/\/consultations\/[0-9a-f-]{36}/)
      consultation = idIn(chair, 'consultations')
    })
  })

  await test.step('4. the association posts a need, after being shown similar ones; another person supports it and finds it', async () => {
    await newcomer.goto(`/consultations/${consultation}/needs/new`)
    await fill(newcomer, { title: 'Nei campi non c’è acqua da bere', regionCode: '19' })
    await write(
      newcomer,
      'Portiamo le bottiglie da casa. Alle dieci sono finite e il rubinetto più vicino è a quattro chilometri.',
    )
    await choose(newcomer, 'areas', 'work')
    await choose(newcomer, 'concerns', 'seasonal-workers')
    const urgency = newcomer.locator('main select[name="urgency"]')
    if (await urgency.count()) await urgency.selectOption('high')
    else await choose(newcomer, 'urgency', 'high')
    await newcomer.locator('main form#need button:not([formaction])').last().click()
    await expect(
      newcomer.locator(`button[formaction="/consultations/${consultation}/needs/new"]`).first(),
    ).toBeVisible()
    await newcomer.locator(`button[formaction="/consultations/${consultation}/needs/new"]`).first().click()
    await newcomer.waitForURL(/\/needs\/[0-9a-f-]{36}/)
    need = idIn(newcomer, 'needs')

    const other = await enter(browser, first, 'other-association-member', 'en')
    await other.goto(`/needs?consultation=${consultation}&q=acqua`)
    await other.locator(`main a[href="/needs/${need}"]`).first().click()
    await other.locator(`form[action="/needs/${need}/support"] button`).first().click()
    await expect(other.locator(`form[action="/needs/${need}/support/withdrawal"]`).first()).toBeVisible()
    await chair.goto(`/needs/${need}`)
    await chair.locator(`form[action="/needs/${need}/reading"] button`).click()
  })

  let room = ''
  await test.step('5. people talk in the room, each seeing the other', async () => {
    await chair.goto(`/consultations/${consultation}`)
    room = (await chair.locator('main a[href^="/rooms/"]').first().getAttribute('href')) ?? ''
    await chair.goto(room)
    await newcomer.goto(room)
    await say(newcomer, 'Buongiorno, oggi a Vittoria il rubinetto è chiuso.')
    await seen(chair, 'il rubinetto è chiuso')
    await say(chair, 'Grazie, ne parliamo con il Comune.')
    await seen(newcomer, 'ne parliamo con il Comune')
  })

  await test.step('6. a message is reported and hidden; everybody sees that it was, its author sees why', async () => {
    await say(newcomer, 'Il capo si chiama Rossi e il suo numero è 000 000.')
    await seen(chair, 'Il capo si chiama Rossi')
    const message = chair.locator('.message', { hasText: 'Il capo si chiama Rossi' })
    const id = ((await message.getAttribute('id')) ?? '').replace('m-', '')
    await official.goto(`/report?kind=message&id=${id}`)
    const reason = official.locator('main select[name="reason"]')
    if (await reason.count()) await reason.selectOption('personal-details')
    else await choose(official, 'reason', 'personal-details')
    await send(official)
    await mediator.goto('/moderation')
    await mediator.locator(`main a[href="/moderation/message/${id}"]`).first().click()
    const hiding = mediator.locator(`form[action="/moderation/message/${id}/hiding"]`)
    const why = hiding.locator('select[name="reason"]')
    if (await why.count()) await why.selectOption('personal-details')
    else await hiding.locator('input[name="reason"][value="personal-details"]').check()
    await hiding.locator('[name="note"]').fill('Nome e numero di una persona.')
    await hiding.locator('button').last().click()
    await gone(chair, 'Il capo si chiama Rossi')
    await newcomer.goto(room)
    await expect(newcomer.locator('.message', { hasText: 'Il capo si chiama Rossi' })).toContainText(
      'Nome e numero di una persona.',
    )
  })

  await test.step('7. the chair makes a proposal from the need', async () => {
    await chair.goto(`/proposals/new?consultation=${consultation}`)
    await choose(chair, 'need', need)
    await chair.locator('main button[name="step"][value="write"]').click()
    await fill(chair, {
      title: 'Un punto d’acqua in ogni campo con più di venti persone',
      ask: 'Cisterne o allacci prima del primo giugno, pagati dal fondo per il lavoro agricolo.',
      addressee: 'Regione, Direzione Lavoro',
    })
    await write(chair, 'Chi raccoglie deve poter bere senza lasciare il campo.')
    await send(chair)
    await chair.waitForURL(/\/proposals\/[0-9a-f-]{36}/)
    proposal = idIn(chair, 'proposals')
    await chair.locator(`form[action="/proposals/${proposal}/publication"] button`).click()
    await newcomer.goto(`/needs/${need}`)
    await expect(newcomer.locator(`main a[href^="/proposals/${proposal}"]`).first()).toBeVisible()
  })

  let ballot = ''
  await test.step('8. the table votes: by seat and by person, changed once, closed by the chair', async () => {
    await chair.goto(`/proposals/${proposal}/ballots/new`)
    await fill(chair, { quorum: '1' })
    await choose(chair, 'majority', 'simple')
    await fill(chair, { opensAt: hour(3), closesAt: hour(24 * 60) })
    await send(chair)
    await chair.waitForURL(/\/ballots\/[0-9a-f-]{36}/)
    ballot = idIn(chair, 'ballots')
    const opening = chair.locator(`form[action="/ballots/${ballot}/opening"]`)
    if (await opening.count()) {
      await chair.locator('details.confirm:has(form[action$="/opening"]) summary').click()
      await opening.locator('button').click()
    }
    await newcomer.goto(`/ballots/${ballot}`)
    const bySeat = newcomer.locator('form:has(input[name="unit"][value="seat"])')
    const byPerson = newcomer.locator('form:has(input[name="unit"][value="person"])')
    await bySeat.locator('button[value="against"]').click()
    await bySeat.locator('button[value="for"]').click()
    await expect(bySeat.locator('button[value="for"]')).toHaveAttribute('aria-pressed', 'true')
    await byPerson.locator('button[value="for"]').click()
    await chair.goto(`/ballots/${ballot}`)
    await chair.locator('details.confirm:has(form[action$="/closing"]) summary').click()
    await chair.locator(`form[action="/ballots/${ballot}/closing"] button`).click()
    await newcomer.goto(`/ballots/${ballot}`)
    await expect(newcomer.locator('main')).toContainText('Le Lanterne')
    await expect(newcomer.locator('form:has(input[name="unit"])')).toHaveCount(0)
  })

  await test.step('9. the brief is published, and its hash is that of its own bytes', async () => {
    await chair.goto(`/consultations/${consultation}/brief`)
    await fill(chair, {
      nextSteps: 'La Regione risponde entro sessanta giorni. Il Tavolo ne parla nella prossima riunione.',
    })
    await send(chair)
    await chair.waitForURL(/\/briefs\/[0-9a-f-]{36}/)
    const brief = idIn(chair, 'briefs')
    const bytes = await (await newcomer.request.get(`/briefs/${brief}.json`)).body()
    await newcomer.goto(`/briefs/${brief}`)
    await expect(newcomer.locator('main')).toContainText(createHash('sha256').update(bytes).digest('hex'))
    await expect(newcomer.locator('main')).toContainText('Nei campi non c’è acqua da bere')
  })

  await test.step('10. the body is asked and answers; the need tells its whole story, and its author is told', async () => {
    await chair.goto(`/proposals/${proposal}/answer-request`)
    await fill(chair, { dueOn: day(30) })
    await send(chair)
    await official.goto(`/proposals/${proposal}/answer`)
    await choose(official, 'outcome', 'accepted-in-part')
    await fill(official, {
      text: 'Portiamo l’acqua in dodici campi entro maggio; per gli altri cerchiamo i fondi.',
      measure: 'Dodici cisterne',
    })
    await send(official)
    await newcomer.goto(`/needs/${need}`)
    for (const step of [
      'Ricevuto',
      'Letto',
      'Messo insieme ad altri',
      'In una proposta',
      'Votato',
      'Risposta ufficiale',
    ]) {
      await expect(newcomer.locator('main').getByText(step).first()).toBeVisible()
    }
    await expect
      .poll(
        async () => {
          await newcomer.goto('/me/notifications')
          return newcomer.locator('main').innerText()
        },
        { timeout: 30_000 },
      )
      .toContain('Un punto d’acqua in ogni campo')
  })

  /** Live where scripts run; by asking again where they do not. */
  async function seen(page: Page, text: string): Promise<void> {
    if (!(await runsScripts(page))) await page.goto(room)
    await expect(page.locator('.message', { hasText: text }).first()).toBeVisible()
  }

  async function gone(page: Page, text: string): Promise<void> {
    if (!(await runsScripts(page))) await page.goto(room)
    await expect(page.locator('.message', { hasText: text })).toHaveCount(0)
  }
})

async function say(page: Page, text: string): Promise<void> {
  await page.locator('#write textarea[name="text"]').fill(text)
  await page.locator('#write button').last().click()
  await expect(page.locator('.message', { hasText: text }).first()).toBeVisible()
}

async function runsScripts(page: Page): Promise<boolean> {
  return page
    .evaluate(() => document.readyState !== 'loading')
    .then(() => test.info().project.name !== 'without-javascript')
}

async function fillOrganisation(page: Page): Promise<void> {
  await page
    .locator('main select[name="kind"]')
    .or(page.locator('main input[name="kind"][value="association"]'))
    .first()
    .waitFor()
  const kind = page.locator('main select[name="kind"]')
  if (await kind.count()) await kind.selectOption('association')
  else await choose(page, 'kind', 'association')
  await page
    .locator('main select[name="territoryCode"], main select[name="regionCode"]')
    .first()
    .selectOption('19')
}
