import { choicesOf } from '#server/responses/filling/choices.ts'
import { say } from '#server/responses/filling/say.ts'
import { judge, valueOf } from '#server/responses/filling/judge.ts'
import { everyPlace, type Place } from '#server/responses/filling/lay-out.ts'
import { takeFields } from '#server/responses/filling/take-fields.ts'
import { fillIn, type Filled } from '#server/responses/filling/work-out.ts'
import type { DataSent } from './data-sent.ts'
import { disableHidden, fieldsOf, partAt, unwrapHidden } from './fields.ts'
import { setTurns } from './turns.ts'
import { sentence, showWrong } from './wrong.ts'

/** Where an answer is told to be wrong while it is being typed: only where its author wrote a rule of their own. */
const atOnce = new Set(['said', 'does-not-fit'])

/** One answer may open a question whose own answer, typed before, opens another. */
const mostRounds = 5

/** Keeps a page true while it is filled in: what does not concern this person goes, sums and names change, rules are told. */
export function startRules(form: HTMLFormElement, sent: DataSent): { apply: () => Filled } {
  const touched = new Set<string>()
  const apply = () => {
    let filled = filledFrom(sent, fieldsOf(form))
    for (let round = 0; round < mostRounds && showAll(form, sent, filled); round += 1)
      filled = filledFrom(sent, fieldsOf(form))
    const wrong = judge(filled, placesOf(sent, filled), known)
    for (const path of touched) {
      const refusal = wrong[path]
      const isTold = refusal !== undefined && atOnce.has(refusal.reason)
      showWrong(form, path, isTold ? sentence(sent.reasons, refusal) : undefined)
    }
    return filled
  }
  form.addEventListener('change', ({ target }) => {
    const part = target instanceof Element ? target.closest<HTMLElement>('[data-asked]') : null
    if (part?.dataset['asked']) touched.add(part.dataset['asked'])
    apply()
  })
  form.addEventListener('input', () => void apply())
  unwrapHidden(form)
  apply()
  return { apply }
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
    isChanged ||= part.hidden === place.isRelevant
    part.hidden = !place.isRelevant
    show(part, filled, place)
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

function show(part: HTMLElement, filled: Filled, place: Place): void {
  if (Object.keys(place.item.label).length > 0)
    putWords(part, place.path, say(filled, place, place.item.label))
  if (place.is !== 'question') return
  if (place.item.calculation) showValue(part, valueOf(place))
  if (place.item.choiceFilter) offerChoices(part, new Set(choicesOf(filled, place).map(({ name }) => name)))
}

/** Into the words of a question alone: what stands in them besides, such as whether it may be left out, stays. */
function putWords(part: HTMLElement, path: string, words: string): void {
  const named = CSS.escape(path)
  const found = part.querySelector(
    `label[for="${named}"], legend, .question-note > p, .question-said, #${CSS.escape(`${path}-title`)}`,
  )
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
function offerChoices(part: HTMLElement, open: ReadonlySet<string>): void {
  const isOpen = ({ value }: { value: string }) => value === '' || value === 'other' || open.has(value)
  for (const control of part.querySelectorAll<HTMLInputElement>('input[type=radio], input[type=checkbox]')) {
    const line = control.closest<HTMLElement>('.choice')
    if (!line || control.name.endsWith('~quotable')) continue
    line.hidden = !isOpen(control)
    control.checked &&= isOpen(control)
  }
  for (const option of part.querySelectorAll('option')) {
    option.hidden = option.disabled = !isOpen(option)
    option.selected &&= isOpen(option)
  }
}
