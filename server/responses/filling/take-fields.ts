import type { FieldRefusal } from '../../refusal.ts'
import type { Fields, Wrong } from '../contract.ts'
import { responseLimits } from '../words.ts'
import { choicesOf } from './choices.ts'
import { isReadOnly, valueOf } from './judge.ts'
import {
  addTurn,
  consentName,
  dropLastTurn,
  everyPlace,
  otherChoice,
  type Place,
  type QuestionPlace,
  type RepeatPlace,
} from './lay-out.ts'
import { normal, postedFor, take, type Posted } from './posted-value.ts'
import { workOut, workOutAfter, type Filled } from './work-out.ts'

/** A repeat says how many turns it has, also when that is none: `household/member~turns`. */
export const turnsMark = '~turns'
const longestTyped = 10_000

/** What was posted of a page: put where it belongs, as it was typed. What is judged wrong later is still kept. */
export type Taken = {
  /** What may not be kept at all: forged choices, changed read-only answers, fields that are not on the page. */
  refused: Wrong
  /** Texts that their author lets be quoted. */
  quotable: Set<string>
  /** Paths of the questions that were on the page: what was asked and left empty is not the same as what was not asked. */
  asked: Set<string>
}

export function takeFields(filled: Filled, places: readonly Place[], fields: Fields): Taken {
  const left = new Map(Object.entries(fields).map(([name, value]) => [name, [value].flat()]))
  const refused: [string, FieldRefusal][] = []
  const quotable = new Set<string>()
  const asked = new Set<string>()
  takeTurns(places, left)
  workOut(filled)
  for (const place of everyPlace(places)) {
    if (place.is === 'group' && place.item.appearance.includes('background')) {
      const given = take(left, `${place.path}/${consentName}`)
      if (given) place.consent = given.includes('OK') ? 'OK' : ''
    }
    if (place.is !== 'question') continue
    const given = postedFor(place, left)
    if (take(left, `${place.path}~quotable`)?.includes('yes')) quotable.add(place.path)
    if (given === undefined) continue
    asked.add(place.path)
    const refusal = put(filled, place, given)
    // A choice filter, a relevance or a rule of a later question looks at what was just put here.
    workOutAfter(filled, place)
    if (refusal) refused.push([place.path, refusal])
  }
  for (const name of left.keys()) refused.push([name, { reason: 'unknown-field' }])
  return { refused: Object.fromEntries(refused), quotable, asked }
}

function takeTurns(places: readonly Place[], left: Map<string, string[]>): void {
  for (const place of everyPlace(places)) {
    if (place.is !== 'repeat') continue
    const given = take(left, `${place.path}${turnsMark}`)?.at(-1) ?? turnsNamed(place.path, left)
    if (given === undefined || place.item.repeatCount) continue
    if (/^\d{1,3}$/.test(given)) setTurns(place, Math.min(Number(given), responseLimits.turns))
  }
}

/** Who does not say how many turns there are has as many as there are answers of. */
function turnsNamed(path: string, left: Map<string, string[]>): string | undefined {
  const start = `${path}[`
  const turns = [...left.keys()].flatMap((name) =>
    name.startsWith(start) ? [Number.parseInt(name.slice(start.length), 10)] : [],
  )
  return turns.length === 0 ? undefined : String(Math.max(...turns))
}

function setTurns(repeat: RepeatPlace, many: number): void {
  repeat.isAsked = true
  while (repeat.turns.length < many) addTurn(repeat)
  while (repeat.turns.length > many) dropLastTurn(repeat)
}

function put(
  filled: Filled,
  place: QuestionPlace,
  { value: typed, other }: Posted,
): FieldRefusal | undefined {
  const { item } = place
  const value = normal(item.type, typed)
  if (isReadOnly(filled, place)) return value === valueOf(place) ? undefined : { reason: 'read-only' }
  if (value.length > longestTyped) return { reason: 'too-long', values: { most: responseLimits.text } }
  if (other !== undefined) place.other = normal('text', other).slice(0, responseLimits.text)
  if (item.list !== undefined && item.type !== 'rank') {
    const names = new Set(choicesOf(filled, place).map(({ name }) => name))
    if (item.other) names.add(otherChoice)
    const chosen = item.type === 'select_one' ? [value].filter(Boolean) : value.split(' ').filter(Boolean)
    if (chosen.some((name) => !names.has(name))) return { reason: 'not-in-list' }
    // In the order of the list, whatever the order of chance in which they were shown.
    if (item.type === 'select_multiple') {
      place.raw = inOrderOf([...listOf(filled, item.list), otherChoice], chosen).join(' ')
      return undefined
    }
  }
  place.raw = value
  return undefined
}

function listOf({ form }: Filled, list: string): string[] {
  return Object.hasOwn(form.lists, list) ? (form.lists[list] ?? []).map(({ name }) => name) : []
}

function inOrderOf(order: string[], chosen: string[]): string[] {
  return [...new Set(order)].filter((name) => chosen.includes(name))
}
