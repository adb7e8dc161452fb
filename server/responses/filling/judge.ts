import type { FieldRefusal } from '../../refusal.ts'
import type { Wrong } from '../contract.ts'
import type { Texts } from '../../surveys/contract.ts'
import { spokenIn } from '../../surveys/expressions/index.ts'
import { checkValue, type Known } from './check-value.ts'
import { choicesOf, isOffered } from './choices.ts'
import {
  consentName,
  everyPlace,
  otherChoice,
  type GroupPlace,
  type Place,
  type QuestionPlace,
} from './lay-out.ts'
import type { Filled } from './work-out.ts'

/** What is wrong with the answers at these places; those that are not asked now are never wrong. */
export function judge(filled: Filled, places: readonly Place[], known: Known): Wrong {
  const wrong: [string, FieldRefusal][] = []
  for (const place of everyPlace(places)) {
    if (!place.isRelevant) continue
    if (place.is === 'group' && isWithoutConsent(place) && hasAnswers(place))
      wrong.push([`${place.path}/${consentName}`, { reason: 'consent-needed' }])
    if (place.is !== 'question' || place.item.calculation || !isOffered(filled, place)) continue
    const refusal = refusalOf(filled, place, known)
    if (refusal) wrong.push(refusal)
  }
  return Object.fromEntries(wrong)
}

/** Background questions are asked only after one agreed, and then each may still be left out. */
export function isBackground({ item }: GroupPlace): boolean {
  return item.appearance.includes('background')
}

export function isWithoutConsent(place: GroupPlace): boolean {
  return isBackground(place) && place.consent !== 'OK'
}

function hasAnswers(group: GroupPlace): boolean {
  return [...everyPlace(group.inside)].some(
    (place) => place.is === 'question' && !place.item.calculation && (place.raw ?? '') !== '',
  )
}

export function isRequired(filled: Filled, place: QuestionPlace): boolean {
  const { required, type } = place.item
  if (!required || type === 'note' || type === 'calculate' || type === 'hidden') return false
  for (let above = place.above; above; above = above.above)
    if (above.is === 'group' && isBackground(above)) return false
  return filled.ask.truth(required, place) ?? false
}

export function isReadOnly(filled: Filled, place: QuestionPlace): boolean {
  const { calculation, readOnly, type } = place.item
  if (calculation || type === 'note' || type === 'hidden' || type === 'calculate') return true
  return readOnly ? (filled.ask.truth(readOnly, place) ?? false) : false
}

/** As it is read: what was typed, or what stood there at first. */
export function valueOf(place: QuestionPlace): string {
  return place.raw ?? place.node.value
}

function refusalOf(filled: Filled, place: QuestionPlace, known: Known): [string, FieldRefusal] | undefined {
  const { item, path } = place
  const value = valueOf(place)
  if (value === '') {
    if (!isRequired(filled, place)) return undefined
    return [path, said(filled, item.requiredMessage) ?? { reason: 'needed' }]
  }
  const refusal = checkChoices(filled, place, value) ?? checkValue(item, value, { path, known })
  if (refusal) return [path, refusal]
  if (item.other && chosenIn(place).includes(otherChoice) && (place.other ?? '') === '')
    return [`${path}_other`, { reason: 'needed' }]
  if (item.constraint && filled.ask.truth(item.constraint, place) === false)
    return [path, said(filled, item.constraintMessage) ?? { reason: 'does-not-fit' }]
  return undefined
}

export function chosenIn(place: QuestionPlace): string[] {
  return valueOf(place).split(' ').filter(Boolean)
}

function checkChoices(filled: Filled, place: QuestionPlace, value: string): FieldRefusal | undefined {
  const { type } = place.item
  if (type !== 'select_one' && type !== 'select_multiple' && type !== 'rank') return undefined
  const names = new Set(choicesOf(filled, place).map(({ name }) => name))
  if (place.item.other) names.add(otherChoice)
  const chosen = type === 'select_one' ? [value] : chosenIn(place)
  if (type === 'rank' && isHalfRanked(value)) return { reason: 'rank-each-once' }
  if (chosen.some((name) => !names.has(name))) return { reason: 'not-in-list' }
  if (new Set(chosen).size < chosen.length) return { reason: 'not-valid' }
  return type === 'rank' && chosen.length < names.size ? { reason: 'rank-each-once' } : undefined
}

/** While places are missing or given twice, a rank is kept as `?1=bread 1=work`: nothing typed is lost. */
export function isHalfRanked(value: string): boolean {
  return value.startsWith('?')
}

function said({ form, setting }: Filled, texts: Texts): FieldRefusal | undefined {
  const message = Object.keys(texts).length > 0 ? spokenIn(texts, setting.language, form) : ''
  return message === '' ? undefined : { reason: 'said', values: { message } }
}
