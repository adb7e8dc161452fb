import { expect, type Locator, type Page } from '@playwright/test'
import type { Cast } from './cast.ts'
import { confirm, runsScripts } from './forms.ts'

/** 5. People talk in the room, each seeing the other: they answer, change and take back what they said. */
export async function talk({ newcomer, chair }: Cast, consultation: string): Promise<string> {
  await chair.goto(`/consultations/${consultation}`)
  const room = (await chair.locator('main a[href^="/rooms/"]').first().getAttribute('href')) ?? ''
  for (const page of [chair, newcomer]) await enterRoom(page, room)
  await say(newcomer, 'Buongiorno, oggi a Vittoria il rubinetto è chiuso.')
  await seen(chair, room, 'il rubinetto è chiuso')
  await say(chair, 'Grazie, ne parliamo con il Comune.')
  await seen(newcomer, room, 'ne parliamo con il Comune')

  await answered(chair, messageOf(chair, 'il rubinetto è chiuso'), 'Da quanti giorni?')
  if (!runsScripts()) await newcomer.goto(room)
  const thread = newcomer.locator('.thread-fold')
  await expect(thread).toContainText('1')
  await thread.click()
  await expect(messageOf(newcomer, 'Da quanti giorni?')).toHaveCount(1)
  for (const page of [chair, newcomer]) if (!runsScripts()) await page.goto(room)

  await say(newcomer, 'Due giorni, da lunedi.')
  await seen(chair, room, 'Due giorni')
  await openOwn(newcomer, 'Due giorni')
  await newcomer.locator('main [name="text"]').fill('Tre giorni, da domenica.')
  await newcomer.locator('main form.form button').click()
  await newcomer.waitForURL(/\/rooms\//)
  await seen(chair, room, 'Tre giorni, da domenica')
  await expect(messageOf(chair, 'Tre giorni')).toContainText('modificato')
  await expect(messageOf(chair, 'Due giorni')).toHaveCount(0)

  await say(newcomer, 'Questo era per un’altra stanza.')
  await seen(chair, room, 'un’altra stanza')
  const address = await openOwn(newcomer, 'un’altra stanza')
  await confirm(newcomer, `${address}/withdrawal`)
  await newcomer.waitForURL(/\/rooms\//)
  await gone(chair, room, 'un’altra stanza')
  await expect(chair.locator('.message-gone')).toHaveText(
    'Un messaggio è stato ritirato da chi lo ha scritto.',
  )
  return room
}

/** Somebody's line breaks while others go on: once it is back, everything is there, once and in its order. */
export async function missNothing({ newcomer, chair, line }: Cast, room: string): Promise<void> {
  const said = ['Prima bottiglia alle sei.', 'Seconda bottiglia alle otto.', 'Alle dieci sono finite.']
  await enterRoom(chair, `${line.url}${room}`)
  if (runsScripts()) {
    line.cut()
    await expect(chair.locator('.room-dot-away')).toBeVisible()
  }
  await enterRoom(newcomer, room)
  for (const each of said) await say(newcomer, each)
  await expect(messageOf(chair, said[0] ?? '')).toHaveCount(0)
  if (runsScripts()) {
    line.mend()
    await expect(chair.locator('.room-dot-live')).toBeVisible({ timeout: 20_000 })
  } else await chair.reload()
  await expect(chair.locator('.message', { hasText: /bottiglia|Alle dieci/ })).toContainText(said)
}

/** 6. A message is reported and hidden: who is there sees at once that it was, its author their words and why. */
export async function hideWithReason(cast: Cast, room: string): Promise<void> {
  const { newcomer, chair, official, mediator } = cast
  await enterRoom(newcomer, room)
  await say(newcomer, 'Il capo si chiama Rossi e il suo numero è 000 000.')
  await seen(chair, room, 'Il capo si chiama Rossi')
  const id = await idOf(messageOf(chair, 'Il capo si chiama Rossi'))
  const note = 'Nome e numero di una persona.'
  await report(official, id, 'personal-details')
  await mediator.goto('/moderation')
  await mediator.locator(`main a[href="/moderation/message/${id}"]`).first().click()
  const hiding = mediator.locator(`form[action="/moderation/message/${id}/hiding"]`)
  await pick(hiding, 'reason', 'personal-details')
  await hiding.locator('[name="note"]').fill(note)
  await hiding.locator('button').last().click()
  await gone(chair, room, 'Il capo si chiama Rossi')
  await expect(chair.locator(`#m-${id}`)).toHaveText('Un messaggio è stato nascosto dalla moderazione.')
  // Nor is it left anywhere else on the page, such as in what is read aloud.
  expect(await chair.content()).not.toContain('Il capo si chiama Rossi')
  if (!runsScripts()) await newcomer.goto(room)
  await expect(messageOf(newcomer, 'Il capo si chiama Rossi')).toContainText(note)
  await newcomer.goto(room)
  await expect(messageOf(newcomer, 'Il capo si chiama Rossi')).toContainText(note)

  const other = messageOf(newcomer, 'il rubinetto è chiuso')
  const fine = await idOf(other)
  await report(official, fine, 'off-topic')
  await mediator.goto(`/moderation/message/${fine}`)
  const dismissal = mediator.locator(`form[action="/moderation/message/${fine}/dismissal"]`)
  await dismissal.locator('[name="note"]').fill('Parla proprio di questo.')
  await dismissal.locator('button').last().click()
  await mediator.goto('/moderation/log')
  for (const each of [note, 'Parla proprio di questo.'])
    await expect(mediator.locator('main')).toContainText(each)
  await newcomer.goto(room)
  await expect(other).toBeVisible()
}

async function report(page: Page, messageId: string, reason: string): Promise<void> {
  await page.goto(`/report?kind=message&id=${messageId}`)
  const form = page.locator('main form.form')
  await pick(form, 'reason', reason)
  await form.locator('button').last().click()
}

async function pick(form: Locator, name: string, value: string): Promise<void> {
  const select = form.locator(`select[name="${name}"]`)
  if (await select.count()) await select.selectOption(value)
  else await form.locator(`input[name="${name}"][value="${value}"]`).check()
}

async function enterRoom(page: Page, room: string): Promise<void> {
  await page.goto(room)
  if (runsScripts()) await expect(page.locator('.room-dot-live')).toBeVisible()
}

async function say(page: Page, text: string): Promise<void> {
  await page.locator('#write textarea[name="text"]').fill(text)
  await page.locator('#write button').last().click()
  await expect(page.locator('.message', { hasText: text }).first()).toBeVisible()
}

/** The page on which an own message is changed or taken back; answers its address. */
async function openOwn(page: Page, text: string): Promise<string> {
  const address = `/messages/${await idOf(messageOf(page, text))}`
  await page.locator(`.message-acts a[href="${address}"]`).click()
  await page.waitForURL(`**${address}`)
  return address
}

async function answered(page: Page, message: Locator, text: string): Promise<void> {
  await message.locator('.message-acts a[href*="reply="]').click()
  await expect(page.locator('#write .room-replying')).toBeVisible()
  await say(page, text)
}

function messageOf(page: Page, text: string): Locator {
  return page.locator('.message', { hasText: text })
}

async function idOf(message: Locator): Promise<string> {
  return ((await message.getAttribute('id')) ?? '').replace('m-', '')
}

/** Live where scripts run; by asking again where they do not. */
async function seen(page: Page, room: string, text: string): Promise<void> {
  if (!runsScripts()) await page.goto(room)
  await expect(page.locator('.message', { hasText: text }).first()).toBeVisible()
}

async function gone(page: Page, room: string, text: string): Promise<void> {
  if (!runsScripts()) await page.goto(room)
  await expect(page.locator('.message', { hasText: text })).toHaveCount(0)
}
