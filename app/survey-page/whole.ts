// The script of the page that has a whole survey: it is filled in without a line, kept as it is typed, and sent once when a line is
// there. What was sent leaves nothing behind on the phone.
import './page.ts'
import { dataSent, type DataSent } from './data-sent.ts'
import { fieldsOf, putFields, surveyForm } from './fields.ts'
import { drop, find, keep, listWaiting, type Typed, type Waiting } from './kept.ts'
import { forgetOwnPages, forgetPages, keepPages } from './keep-pages.ts'
import { startRules, wrongIn } from './keep-true.ts'
import { channelName, sendWaiting } from './send.ts'
import { showOthers } from './other-text.ts'
import { orderRanks } from './rank.ts'
import { startTurns, turnsFor } from './turns.ts'
import { sentence, showWrong } from './wrong.ts'

document.getElementById('without-script')?.remove()
const sent = dataSent()
const form = surveyForm()
// A browser that keeps nothing has the pages one at a time.
if (sent && form) void start(form, sent).catch(() => location.replace(`/surveys/${sent.surveyId}`))

async function start(form: HTMLFormElement, sent: DataSent): Promise<void> {
  const { surveyId } = sent
  let clientId = crypto.randomUUID() as string
  let isSending = false
  const rules = startRules(form, sent)
  const keepTyped = () => void keep('typed', { surveyId, clientId, fields: answersIn(form) })
  form.addEventListener('input', keepTyped)
  form.addEventListener('change', keepTyped)
  startTurns(form, () => {
    showTyped()
    keepTyped()
  })
  /** What the pieces of the page show of what was put into them, and not typed. */
  const showTyped = () => {
    orderRanks(form)
    showOthers(form)
    rules.apply()
  }

  const write = (typed: Typed) => {
    clientId = typed.clientId
    turnsFor(form, typed.fields)
    putFields(form, typed.fields)
    showTyped()
  }
  const empty = async () => {
    form.reset()
    clientId = crypto.randomUUID()
    await drop('typed', surveyId)
    showTyped()
  }

  let many = 0
  const look = async () => {
    const waiting = (await listWaiting()).filter((one) => one.surveyId === surveyId)
    const refused = waiting.find((one) => one.refusal)
    const isSent = waiting.length < many
    many = waiting.length
    if (isSent) await forgetOwnPages(surveyId)
    if (refused) say('refused', refused)
    else if (many > 0) say('waiting')
    else if (isSent) say('sent')
    if (!refused) return
    const typed = await find('typed', surveyId)
    // Somebody is already writing the next one: it is mended after that. It waits under its own id until it is sent again.
    if (typed && (typed.clientId !== refused.clientId || clientId === typed.clientId)) return
    await keep('typed', { surveyId, clientId: refused.clientId, fields: refused.fields })
    write(refused)
    tellWrong(form, sent, refused.refusal?.fields ?? {})
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    // A second tap while the first is on its way.
    if (isSending) return
    isSending = true
    void send().finally(() => {
      isSending = false
    })
  })
  const send = async () => {
    const wrong = wrongIn(rules.apply())
    if (tellWrong(form, sent, wrong)) return
    await keep('waiting', {
      surveyId,
      clientId,
      language: sent.language,
      as: asIn(form),
      fields: answersIn(form),
    })
    await empty()
    await look()
    await askToBeWoken()
    await sendWaiting()
    await look()
    scrollTo({ top: 0 })
  }

  const typed = await find('typed', surveyId)
  if (typed) write(typed)
  new BroadcastChannel(channelName).addEventListener('message', () => void look())
  addEventListener('online', () => void sendWaiting())
  // What another tab typed meanwhile, or sent.
  addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void sendWaiting().then(look)
  })
  document.querySelector('[data-forget]')?.addEventListener('click', () => {
    void forget(surveyId)
      .then(empty)
      .then(() => say('forgotten'))
  })
  form.hidden = false
  await keepPages(surveyId)
  await sendWaiting()
  await look()
}

/** Everything of this survey that this phone has: what was typed, what waits, the page itself. */
async function forget(surveyId: string): Promise<void> {
  for (const one of await listWaiting()) if (one.surveyId === surveyId) await drop('waiting', one.clientId)
  await forgetPages(surveyId)
}

type WithSync = ServiceWorkerRegistration & { sync?: { register(name: string): Promise<void> } }

/** So that it is sent although the page was closed, where the phone can do that; elsewhere when the page is next there. */
async function askToBeWoken(): Promise<void> {
  const registration: WithSync | undefined = await navigator.serviceWorker?.getRegistration()
  await registration?.sync?.register(channelName).catch(() => undefined)
}

/** Answers alone: what says as whom one answers begins with a sign that no question's name has. */
function answersIn(form: HTMLFormElement): Record<string, string | string[]> {
  return Object.fromEntries(Object.entries(fieldsOf(form)).filter(([name]) => !name.startsWith('~')))
}

function asIn(form: HTMLFormElement): Waiting['as'] {
  const fields = fieldsOf(form)
  const [by = 'link', seatId] = String(fields['~by'] ?? 'link').split(':')
  const code = String(fields['~code'] ?? '')
  return { by, ...(seatId ? { seatId } : {}), ...(by === 'code' && code ? { code } : {}) }
}

function tellWrong(
  form: HTMLFormElement,
  sent: DataSent,
  wrong: NonNullable<Waiting['refusal']>['fields'],
): boolean {
  const paths = Object.keys(wrong)
  for (const said of form.querySelectorAll('.field-error')) {
    const path = said.id.replace(/-error$/, '')
    if (!paths.includes(path)) showWrong(form, path, undefined)
  }
  for (const [path, refusal] of Object.entries(wrong)) showWrong(form, path, sentence(sent.reasons, refusal))
  form.querySelector<HTMLElement>('.field-wrong')?.scrollIntoView({ block: 'center' })
  form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus({ preventScroll: true })
  return paths.length > 0
}

/** One of the sentences that the page has ready, read aloud as it appears. */
function say(which: 'waiting' | 'sent' | 'refused' | 'forgotten' | undefined, refused?: Waiting): void {
  for (const each of document.querySelectorAll<HTMLElement>('[data-said]'))
    each.hidden = each.dataset['said'] !== which
  const why = document.querySelector<HTMLElement>('[data-why]')
  if (why)
    why.textContent =
      refused?.refusal && Object.keys(refused.refusal.fields).length === 0 ? reasonOf(refused) : ''
}

function reasonOf({ refusal }: Waiting): string {
  return sent && refusal ? sentence(sent.reasons, refusal) : ''
}
