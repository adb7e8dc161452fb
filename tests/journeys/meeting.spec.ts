import { expect, type Locator, type Page } from '@playwright/test'
import { enter, test } from './stage.ts'

test.setTimeout(420_000)

/** An hour so many minutes from now, on the clocks of Italy, as a form holds it. */
function hour(minutes: number): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Rome',
    dateStyle: 'short',
    timeStyle: 'short',
  })
  return parts.format(new Date(Date.now() + minutes * 60_000)).replace(' ', 'T')
}

function day(days: number): string {
  return hour(days * 24 * 60).slice(0, 10)
}

/** The form of an act, by where it is posted. */
function formTo(page: Page, action: string | RegExp): Locator {
  return typeof action === 'string'
    ? page.locator(`form[action="${action}"]`)
    : page
        .locator('form')
        .filter({ has: page.locator('button') })
        .and(page.locator(`form[action*="${action.source}"]`))
}

/** Opens what folds around a form, so that it can be filled in. */
async function unfolded(form: Locator): Promise<Locator> {
  await form.first().evaluate((element) => {
    for (let at: Element | null = element; at; at = at.parentElement)
      if (at instanceof HTMLDetailsElement) at.open = true
  })
  return form.first()
}

async function press(page: Page, action: string, index = 0): Promise<void> {
  const form = formTo(page, action).nth(index)
  await expect(form).toBeAttached()
  await unfolded(form)
  await form.locator('button').last().click()
}

async function say(page: Page, text: string): Promise<void> {
  await page.locator('#write textarea[name="text"]').fill(text)
  await page.locator('#write button').last().click()
  await expect(page.locator('.message', { hasText: text }).first()).toBeVisible({ timeout: 20_000 })
}

test('a table holds its meeting, from the invitation to approved minutes, while a node dies', async ({
  browser,
  stage,
}) => {
  const [one = '', two = one] = stage.entrances
  const chair = await enter(browser, one, 'table-chair')
  const holder = await enter(browser, two, 'association-president')
  const alternate = await enter(browser, one, 'other-association-member')
  const mediator = await enter(browser, two, 'mediator')
  const reader = await enter(browser, two, 'reader', 'en')
  const everybody = [chair, holder, alternate, mediator, reader]
  for (const page of everybody) page.setDefaultTimeout(30_000)

  let table = ''
  let meeting = ''
  let room = ''

  async function called(title: string): Promise<string> {
    await chair.goto(`/tables/${table}/meetings/new`)
    await chair.locator('[name="titleIt"]').fill(title)
    await chair.locator('[name="startsAt"]').fill(hour(10))
    await chair.locator('[name="endsAt"]').fill(hour(130))
    await chair.locator('[name="quorum"]').fill('20')
    await chair.locator('[name="seatMinutes"]').fill('15')
    await chair.locator('input[name="languages"][value="ar"]').check()
    await chair.locator('main form.form button').last().click()
    await chair.waitForURL(/\/meetings\/[0-9a-f-]{36}\/agenda/)
    return /\/meetings\/([0-9a-f-]{36})/.exec(chair.url())?.[1] ?? ''
  }

  await test.step('the chair calls the meeting and makes its agenda; a missing paper is flagged', async () => {
    await chair.goto('/tables')
    await chair.locator('main a[href^="/tables/"]', { hasText: 'Sicilia' }).first().click()
    table = /\/tables\/([0-9a-f-]{36})/.exec(chair.url())?.[1] ?? ''
    meeting = await called('Acqua e ombra nei campi')
    for (const [title, minutes] of [
      ['L’acqua nei campi d’estate', '20'],
      ['Le corse della sera', '15'],
    ] as const) {
      const form = chair.locator(`main form.form`).filter({ has: chair.locator('[name="title"]') })
      await form.locator('[name="title"]').fill(title)
      await form.locator('[name="minutes"]').fill(minutes)
      await form.locator('button').last().click()
      await chair.waitForURL(/done=added/)
    }
    await expect(chair.locator('main')).toContainText('Le corse della sera')
  })

  await test.step('those who have a seat are called: a notice, a mail with the appointment, how to take part', async () => {
    // Notices are told a moment after the act, and the page that lists them is none that follows by itself.
    await expect(async () => {
      await holder.goto('/me/notifications')
      await expect(holder.locator(`a[href*="/meetings/${meeting}"]`).first()).toBeVisible({ timeout: 1_000 })
    }).toPass({ timeout: 20_000 })
    await holder.goto(`/meetings/${meeting}/taking-part`)
    await expect(holder.locator('h1')).toBeVisible()
    const appointment = await holder.request.get(`/meetings/${meeting}/calendar.ics`)
    expect(await appointment.text()).toContain('BEGIN:VEVENT')
    await holder.goto(`/meetings/${meeting}`)
    await expect(holder.locator('svg').first()).toBeVisible()
  })

  await test.step('the chair opens it; two seats come, one by its alternate, and the quorum is there', async () => {
    await chair.goto(`/meetings/${meeting}`)
    room = (await chair.locator('main a[href^="/rooms/"]').first().getAttribute('href')) ?? ''
    await press(chair, `/meetings/${meeting}/opening`)
    await chair.waitForURL(/done=opened/)
    for (const page of everybody) {
      await page.goto(room)
      await expect(page.locator('#meeting')).toBeVisible()
    }
    await expect(chair.locator('.quorum-missing')).toBeVisible()
    await press(holder, `/meetings/${meeting}/places`)
    await press(alternate, `/meetings/${meeting}/places`)
    for (const page of everybody)
      await expect(page.locator('.quorum-reached')).toBeVisible({ timeout: 20_000 })
    // Nobody's name is on the sheet, only seats.
    await expect(reader.locator('.meeting-panels')).not.toContainText('Awa')
  })

  await test.step('the first item runs; two hands are raised, all see one queue, and the floor is given and given back', async () => {
    const start = chair.locator(`form[action^="/meetings/${meeting}/items/"][action$="/start"]`)
    await (await unfolded(start)).locator('button').click()
    for (const page of everybody)
      await expect(page.locator('.meeting-status')).toContainText('L’acqua nei campi', { timeout: 20_000 })
    await press(alternate, `/meetings/${meeting}/hands`)
    await expect(chair.locator('.floor-queue').first().locator('> li')).toHaveCount(1, { timeout: 20_000 })
    await press(holder, `/meetings/${meeting}/hands`)
    for (const page of everybody)
      await expect(page.locator('.floor-queue').first().locator('> li')).toHaveCount(2, { timeout: 20_000 })
    await press(chair, `/meetings/${meeting}/floor`)
    for (const page of everybody)
      await expect(page.locator('.meeting-speaker')).toBeVisible({ timeout: 20_000 })
    await press(alternate, `/meetings/${meeting}/floor/ending`)
    await expect(reader.locator('.meeting-speaker')).toHaveCount(0, { timeout: 20_000 })
    await press(chair, `/meetings/${meeting}/floor`)
    await expect(reader.locator('.meeting-speaker')).toBeVisible({ timeout: 20_000 })
  })

  await test.step('a node dies in the middle; what is said goes on, and nothing is lost', async () => {
    await say(holder, 'Da noi l’acqua finisce alle dieci.')
    await expect(reader.locator('.message', { hasText: 'finisce alle dieci' })).toBeVisible()
    await stage.kill(1)
    await say(chair, 'Quante bottiglie servono per una squadra?')
    for (const page of [holder, mediator, reader])
      await expect(page.locator('.message', { hasText: 'Quante bottiglie' })).toBeVisible({
        timeout: 30_000,
      })
    await say(holder, 'Quaranta, ogni giorno.')
    for (const page of everybody) {
      const message = page.locator('.message', { hasText: 'Quaranta, ogni giorno' })
      await expect(message).toBeVisible({ timeout: 20_000 })
      await expect(message).toHaveCount(1)
    }
    await stage.revive(1)
    await press(holder, `/meetings/${meeting}/floor/ending`)
  })

  await test.step('the mediator writes a recap in two languages, apart from the talk', async () => {
    await mediator.goto(`${room}/recaps`)
    await mediator.locator('[name="firstLanguage"]').selectOption('it')
    await mediator
      .locator('[name="firstText"]')
      .fill('L’acqua finisce presto. Servono quaranta bottiglie al giorno.')
    await mediator.locator('[name="secondLanguage"]').selectOption('ar')
    await mediator.locator('[name="secondText"]').fill('الماء ينتهي باكرًا. نحتاج إلى أربعين زجاجة كل يوم.')
    await mediator.locator('main form.form button').last().click()
    await mediator.waitForURL(/done=written/)
    await expect(reader.locator('main')).toContainText('أربعين زجاجة', { timeout: 20_000 })
    await mediator.goto(room)
  })

  await test.step('the chair takes the temperature by seat; all see the result when it is closed', async () => {
    const form = await unfolded(formTo(chair, `/meetings/${meeting}/checks`))
    await form.locator('[name="question"]').fill('Chiediamo una cisterna in ogni azienda?')
    await form.locator('button').last().click()
    await expect(holder.locator('.check-open')).toBeVisible({ timeout: 20_000 })
    for (const page of [holder, alternate]) {
      await page.locator('.check-answers form button').first().click()
      await expect(page.locator('.check-answers button[aria-pressed="true"]')).toHaveCount(1)
    }
    const closing = chair.locator(`form[action^="/meetings/${meeting}/checks/"][action$="/closing"]`)
    await (await unfolded(closing)).locator('button').click()
    await expect(reader.locator('#check')).toContainText('Chiediamo una cisterna', { timeout: 20_000 })
    await expect(reader.locator('.check-open')).toHaveCount(0)
  })

  await test.step('a motion from the floor becomes a vote without leaving the room; its result is a decision', async () => {
    const moving = await unfolded(formTo(holder, `/meetings/${meeting}/motions`))
    await moving
      .locator('[name="text"]')
      .fill('Il Tavolo chiede una cisterna d’acqua potabile in ogni azienda con più di dieci persone.')
    await moving.locator('button').last().click()
    await expect(chair.locator('#decisions')).toContainText('cisterna d’acqua', { timeout: 20_000 })
    const putting = chair.locator('form[action^="/motions/"][action$="/vote"]')
    await expect(putting).toBeAttached({ timeout: 20_000 })
    const put = await unfolded(putting)
    await put.locator('[name="minutes"]').fill('30')
    await put.locator('button').last().click()
    for (const page of [holder, alternate]) {
      const vote = page.locator('#decisions form').filter({ has: page.locator('[name="seatId"]') })
      await expect(vote.first()).toBeAttached({ timeout: 20_000 })
      await unfolded(vote)
      const choice = page.locator('#decisions [name="choice"][value="for"]').first()
      if ((await choice.getAttribute('type')) === 'radio') await choice.check()
      await vote.first().locator('button').first().click()
    }
    await expect(chair.locator('#decisions')).toContainText('2', { timeout: 20_000 })
    const closing = chair.locator('#decisions form[action^="/ballots/"][action$="/closing"]')
    await (await unfolded(closing)).locator('button').last().click()
    await expect(reader.locator('#decisions')).toContainText('cisterna d’acqua', { timeout: 20_000 })
  })

  await test.step('a decision by consent, a task with an office and a date; the item is closed, the other put off', async () => {
    const deciding = await unfolded(formTo(chair, `/meetings/${meeting}/decisions`))
    await deciding
      .locator('[name="text"]')
      .fill('La segreteria scrive ai Comuni del distretto entro venerdì.')
    await deciding.locator('button').last().click()
    await expect(reader.locator('#decisions')).toContainText('scrive ai Comuni', { timeout: 20_000 })
    await chair.goto(`/meetings/${meeting}/tasks`)
    const cause = chair.locator('main [name="decisionId"]')
    await cause.selectOption({ label: 'La segreteria scrive ai Comuni del distretto entro venerdì.' })
    await chair.locator('main [name="text"]').fill('Chiedere i preventivi per tre cisterne')
    await chair.locator('main [name="office"]').fill('Segreteria del Tavolo')
    await chair.locator('main [name="dueOn"]').fill(day(20))
    await chair.locator('main form.form button').last().click()
    await chair.waitForURL(/\/rooms\//)
    const closing = chair.locator(`form[action^="/meetings/${meeting}/items/"][action$="/closing"]`)
    await (await unfolded(closing)).locator('button').last().click()
    await expect(reader.locator('.meeting-status')).not.toContainText('L’acqua nei campi', {
      timeout: 20_000,
    })
    await chair.goto(`/meetings/${meeting}`)
    await press(chair, `/meetings/${meeting}/closing`)
    await chair.waitForURL(/done=closed/)
  })

  await test.step('the minutes have written themselves; a seat corrects a passage, the chair accepts it', async () => {
    await alternate.goto(`/meetings/${meeting}/minutes`)
    const minutes = alternate.locator('main')
    for (const written of [
      'L’acqua nei campi d’estate',
      'Il Tavolo chiede una cisterna',
      'La segreteria scrive ai Comuni',
      'Chiedere i preventivi per tre cisterne',
      'Segreteria del Tavolo',
    ])
      await expect(minutes).toContainText(written)
    await expect(minutes).not.toContainText('Lamin')
    const task = minutes.locator('section.minutes-passage', { hasText: 'tre cisterne' }).last()
    await task.locator('a[href*="/minutes/corrections"]').click()
    await alternate.locator('main [name="says"]').fill('tre cisterne')
    await alternate.locator('main [name="shouldSay"]').fill('quattro cisterne')
    await alternate.locator('main form.form button').last().click()
    await alternate.waitForURL(/done=corrected/)
    await chair.goto(`/meetings/${meeting}/minutes`)
    await expect(chair.locator('main')).toContainText('quattro cisterne')
    await chair.locator('a[href^="/corrections/"]').click()
    await chair.locator('[name="isAccepted"][value="yes"]').check()
    await chair.locator('[name="reason"]').fill('Così era stato detto.')
    await chair.locator('main form.form button').last().click()
    await chair.waitForURL(/done=settled/)
    await expect(chair.locator('.minutes-correction')).toContainText('Così era stato detto.')
  })

  await test.step('after the seven days the next meeting approves them: numbered, sealed, and never changed again', async () => {
    await stage.age(meeting, 8)
    const next = await called('Dopo l’estate')
    await chair.goto(`/meetings/${next}`)
    await press(chair, `/meetings/${next}/opening`)
    await chair.waitForURL(/done=opened/)
    // Without a quorum nothing is approved, and the page says why.
    await chair.goto(`/meetings/${meeting}/minutes`)
    await press(chair, `/meetings/${meeting}/minutes/approval`)
    await expect(chair.locator('h1')).toBeVisible()
    await expect(chair.locator('.notice')).toBeVisible()
    for (const page of [holder, alternate]) {
      await page.goto(room)
      await press(page, `/meetings/${next}/places`)
    }
    await expect(alternate.locator('.quorum-reached')).toBeVisible({ timeout: 20_000 })
    await chair.goto(`/meetings/${meeting}/minutes`)
    await press(chair, `/meetings/${meeting}/minutes/approval`)
    await chair.waitForURL(/done=approved/)
    await reader.goto(`/meetings/${meeting}/minutes`)
    await expect(reader.locator('main')).toContainText(/[0-9a-f]{64}/)
    const kept = await reader.request.get(`/meetings/${meeting}/minutes.json`)
    const text = await kept.text()
    expect(text).toContain('tavolo-minutes-1')
    expect(text).toContain('Il Tavolo chiede una cisterna')
    expect(text).not.toContain('Awa Diarra')
  })
})
