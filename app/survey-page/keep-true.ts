import { choicesOf, isOffered } from '#server/responses/filling/choices.ts'
import { say, spoken } from '#server/responses/filling/say.ts'
import { isRequired, judge, valueOf } from '#server/responses/filling/judge.ts'
import { everyPlace, type Place, type QuestionPlace } from '#server/responses/filling/lay-out.ts'
import { takeFields } from '#server/responses/filling/take-fields.ts'
import { fillIn, type Filled } from '#server/responses/filling/work-out.ts'
import type { DataSent } from './data-sent.ts'
import { disableHidden, fieldsOf, partAt } from './fields.ts'
import { showOptional } from './optional.ts'
import { setTurns } from './turns.ts'
import { sentence, showWrong } from './wrong.ts'

/** Where an answer is told to be wrong while it is being typed: only where its author wrote a rule of their own. */
const atOnce = new Set(['said', 'does-not-fit'])

/** One answer may open a question whose own answer, typed before, opens another. */
const mostRounds = 5

/** Keeps a page true while it is filled in: what does not concern this person goes, sums and names change, rules are told. */
export function startRules(form: HTMLFormElement, sent: DataSent): { apply: () => Filled } {
  const touched = new Set<string>()
  const tell = (filled: Filled) => {
    const wrong = judge(filled, placesOf(sent, filled), known)
    for (const path of touched) {
      const refusal = wrong[path]
      const isTold = refusal !== undefined && atOnce.has(refusal.reason)
      showWrong(form, path, isTold ? sentence(sent.reasons, refusal) : undefined)
    }
  }
  const whenLetGo = waitingForTouch()
  const work = () => {
    let filled = filledFrom(sent, fieldsOf(form))
    for (let round = 0; round < mostRounds && showAll(form, sent, filled); round += 1)
      filled = filledFrom(sent, fieldsOf(form))
    return filled
  }
  const workAndTell = () => {
    const filled = work()
    whenLetGo(() => tell(filled))
  }
  const apply = () => {
    // Who asks for it all says all that is wrong: nothing that waited takes that away again.
    whenLetGo(undefined)
    return work()
  }
  form.addEventListener('change', ({ target }) => {
    const part = target instanceof Element ? target.closest<HTMLElement>('[data-asked]') : null
    if (part?.dataset['asked']) touched.add(part.dataset['asked'])
    workAndTell()
  })
  form.addEventListener('input', workAndTell)
  apply()
  return { apply }
}

/** A line that appears while a finger is down moves what it was about to touch away from under it: it waits. */
function waitingForTouch(): (act: (() => void) | undefined) => void {
  let isDown = false
  let waiting: (() => void) | undefined
  const letGo = () => {
    isDown = false
    // After the click that follows.
    setTimeout(() => waiting?.())
  }
  addEventListener('pointerdown', () => (isDown = true), { capture: true })
  for (const name of ['pointerup', 'pointercancel', 'dragend'])
    addEventListener(name, letGo, { capture: true })
  return (act) => {
    waiting =
      act &&
      (() => {
        waiting = undefined
        act()
      })
    if (!isDown) setTimeout(() => waiting?.())
  }
}

/** Whether anything is asked now that was not before, or the other way round. */
function showAll(form: HTMLFormElement, sent: DataSent, filled: Filled): boolean {
  let isChanged = false
  for (const place of everyPlace(placesOf(sent, filled))) {
    // On the page of a whole form, how often it is asked is said by other answers too.
    if (place.is === 'repeat' && place.item.repeatCount && sent.names === null)
      isChanged = setTurns(form, place.path, place.turns.length) || isChanged
    const part = partAt(form, place.path)
    if (!part) continue
    const isAsked = place.isRelevant && (place.is !== 'question' || isOffered(filled, place))
    isChanged ||= part.hidden === isAsked
    part.hidden = !isAsked
    show(part, filled, place, sent)
  }
  disableHidden(form)
  return isChanged
}

/** What only the server knows is judged by it. */
const known = { territories: { has: () => true } as unknown as Set<string>, files: new Map<string, string>() }

export function wrongIn(filled: Filled): ReturnType<typeof judge> {
  return judge(filled, filled.whole.inside, known)
}

function filledFrom(sent: DataSent, fields: Record<string, string | string[]>): Filled {
  const filled = fillIn(sent.form, sent.answers, {
    language: sent.language,
    seed: sent.seed,
    now: new Date(),
  })
  takeFields(filled, placesOf(sent, filled), fields)
  return filled
}

function placesOf({ names }: DataSent, { whole }: Filled): Place[] {
  return names ? whole.inside.filter(({ item }) => names.includes(item.name)) : whole.inside
}

function show(part: HTMLElement, filled: Filled, place: Place, { optional }: DataSent): void {
  if (Object.keys(place.item.label).length > 0)
    putWords(labelIn(part, place.path), say(filled, place, place.item.label))
  if (Object.keys(place.item.hint).length > 0)
    putWords(hintIn(part, place.path), say(filled, place, place.item.hint))
  if (place.is !== 'question') return
  if (place.item.required) showOptional(part, place.path, isRequired(filled, place) ? undefined : optional)
  if (place.item.calculation) showValue(part, valueOf(place))
  if (place.item.choiceFilter) offerChoices(part, filled, place)
}

/** In a row of a table the first choice has the question's own id: the question is its head. */
function labelIn(part: HTMLElement, path: string): Element | null {
  if (part instanceof HTMLTableRowElement) return part.querySelector('th')
  return part.querySelector(
    `label[for="${CSS.escape(path)}"], legend, .question-note > p, .question-said, #${CSS.escape(`${path}-title`)}`,
  )
}

function hintIn(part: HTMLElement, path: string): Element | null {
  return part.querySelector(
    `#${CSS.escape(`${path}-hint`)}, th > .field-hint, .question-note > .field-hint, section > .field-hint`,
  )
}

/** Into the words of a question alone: what stands in them besides, such as whether it may be left out, stays. */
function putWords(found: Element | null, words: string): void {
  const text = [...(found?.childNodes ?? [])].find((node) => node.nodeType === Node.TEXT_NODE)
  if (text && text.nodeValue !== words) text.nodeValue = words
}

function showValue(part: HTMLElement, value: string): void {
  const shown = part.querySelector<HTMLElement>('.question-said + p')
  if (!shown || shown.textContent === value) return
  shown.className = 'user-text'
  shown.textContent = value
}

/** Choices that other answers leave open; one that is closed now is not chosen any more. */
function offerChoices(part: HTMLElement, filled: Filled, place: QuestionPlace): void {
  const open = choicesOf(filled, place)
  const names = new Set(open.map(({ name }) => name))
  const isOpen = (value: string) => value === '' || value === 'other' || names.has(value)
  for (const control of part.querySelectorAll<HTMLInputElement>('input[type=radio], input[type=checkbox]')) {
    const line = control.closest<HTMLElement>('.choice')
    if (!line || control.name.endsWith('~quotable')) continue
    line.hidden = !isOpen(control.value)
    control.checked &&= isOpen(control.value)
  }
  closeLines(part, isOpen)
  const list = part.querySelector<HTMLSelectElement>(`select[name="${CSS.escape(place.path)}"]`)
  if (list)
    fillList(
      list,
      open.map((choice) => [choice.name, spoken(filled, choice.label) || choice.name]),
    )
}

/** A list has only lines that are open: not every browser hides the others. */
function fillList(list: HTMLSelectElement, open: [string, string][]): void {
  const lines = [...list.options].filter(({ value }) => value !== '' && value !== 'other')
  if (lines.length === open.length && lines.every(({ value }, at) => value === open[at]?.[0])) return
  const chosen = list.value
  for (const line of lines) line.remove()
  const after = [...list.options].find(({ value }) => value === 'other') ?? null
  for (const [name, words] of open) list.add(new Option(words, name), after)
  list.value = [...list.options].some(({ value }) => value === chosen) ? chosen : ''
}

/** Lines of an order: those that stay close up. */
function closeLines(part: HTMLElement, isOpen: (value: string) => boolean): void {
  const lines = [...part.querySelectorAll<HTMLElement>('li[data-choice]')]
  for (const line of lines) line.hidden = !isOpen(line.dataset['choice'] ?? '')
  const places = lines.flatMap((line) => line.querySelector('select') ?? [])
  for (const place of places) if (place.closest('li')?.hidden) place.value = ''
  places
    .filter(({ value }) => value !== '')
    .toSorted((one, other) => Number(one.value) - Number(other.value))
    .forEach((place, at) => {
      place.value = String(at + 1)
    })
}
