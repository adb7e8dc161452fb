import type { Expression, FormDefinition } from '../../surveys/contract.ts'
import {
  asBoolean,
  asText,
  evaluate,
  matches,
  placesOf,
  surroundingsOf,
  type AnswerNode,
  type Places,
  type Surroundings,
} from '../../surveys/expressions/index.ts'
import type { Answered } from '../contract.ts'
import { responseLimits } from '../words.ts'
import { chanceFrom, seedOf } from './chance.ts'
import {
  addTurn,
  dropLastTurn,
  everyPlace,
  layOut,
  type GroupPlace,
  type Place,
  type QuestionPlace,
} from './lay-out.ts'
import { isLookedAt } from './looked-at.ts'

/** What a response is filled in with: the language as the form names it, and the seed of what goes by chance in it. */
export type Setting = { language: string; seed: number; now: Date }

/** A form with answers in it, and all that its expressions come to. */
export type Filled = {
  form: FormDefinition
  setting: Setting
  whole: GroupPlace
  /** What an expression comes to at a place; `undefined` where it cannot be worked out. */
  ask: {
    text(expression: Expression, at: Place): string | undefined
    truth(expression: Expression, at: Place, here?: AnswerNode): boolean | undefined
  }
  surroundings: Surroundings
}

/** Each round carries what changed one step further; a form whose parts wait for each other longer than this is left as it is then. */
const mostRounds = 12
const zone = 'Europe/Rome'

export function fillIn(form: FormDefinition, answers: Answered, setting: Setting): Filled {
  const filled = asking(form, layOut(form, answers), setting)
  workOut(filled)
  return filled
}

/** Relevance, calculations, defaults and numbers of turns, until nothing changes any more. */
export function workOut(filled: Filled): void {
  for (let round = 0; round < mostRounds; round += 1) if (!isChangedBy(filled)) return
}

/** The same after one question got another answer. */
export function workOutAfter(filled: Filled, place: QuestionPlace): void {
  if (isLookedAt(filled.form, place)) workOut(filled)
  else if (!place.item.calculation) setValue(place.node, place.isRelevant ? (place.raw ?? '') : '')
}

function isChangedBy({ whole, ask }: Filled): boolean {
  let isChanged = false
  for (const place of everyPlace(whole.inside)) {
    const isRelevant = isWithin(place.above) && (place.is === 'turn' || isAsked(place, ask))
    isChanged ||= isRelevant !== place.isRelevant
    place.isRelevant = isRelevant
    if (place.is === 'repeat') isChanged = isCountChanged(place, ask) || isChanged
    if (place.is !== 'question') continue
    const { calculation, default: first } = place.item
    if (calculation) {
      if (isRelevant) place.raw = ask.text(calculation, place) ?? ''
    } else if (place.raw === undefined && first && isRelevant) {
      place.node.value = ''
      const value = 'value' in first ? first.value : ask.text(first, place)
      isChanged = setValue(place.node, value ?? '') || isChanged
      continue
    }
    // What is not relevant is empty for every expression, as ODK has it, and stays where it was typed.
    isChanged = setValue(place.node, isRelevant ? (place.raw ?? '') : '') || isChanged
  }
  return isChanged
}

function setValue(node: AnswerNode, value: string): boolean {
  if (node.value === value) return false
  node.value = value
  return true
}

function isWithin(above: Place | undefined): boolean {
  return above?.isRelevant ?? true
}

function isAsked(place: Exclude<Place, { is: 'turn' }>, ask: Filled['ask']): boolean {
  const { relevant } = place.item
  // Where a condition cannot be worked out, a question too many is better than one that is lost.
  return relevant ? (ask.truth(relevant, place) ?? true) : true
}

function isCountChanged(place: Extract<Place, { is: 'repeat' }>, ask: Filled['ask']): boolean {
  if (!place.item.repeatCount) return false
  const asked = Math.trunc(Number(ask.text(place.item.repeatCount, place) ?? 0))
  const count = place.isRelevant
    ? Math.min(Math.max(asked || 0, 0), responseLimits.turns)
    : place.turns.length
  if (count === place.turns.length) return false
  place.isAsked = true
  while (place.turns.length < count) addTurn(place)
  while (place.turns.length > count) dropLastTurn(place)
  return true
}

function asking(form: FormDefinition, whole: GroupPlace, setting: Setting): Filled {
  const { places, surroundings } = around(form, setting)
  const value = (expression: Expression, at: Place, here?: AnswerNode) => {
    let chance: (() => number) | undefined
    const random = () => (chance ??= chanceFrom(seedOf(setting.seed, at.path)))()
    try {
      return evaluate(expression.tree, {
        at: at.node,
        ...(here ? { here } : {}),
        places,
        surroundings: { ...surroundings, random },
      })
    } catch {
      // Its author was told what a form may ask; whoever answers cannot mend it, and goes on.
      return undefined
    }
  }
  return {
    form,
    setting,
    whole,
    surroundings,
    ask: {
      text: (expression, at) => {
        const found = value(expression, at)
        if (found === undefined) return undefined
        // ODK writes no number where there is none.
        return typeof found === 'number' && Number.isNaN(found) ? '' : asText(found, zone)
      },
      truth: (expression, at, here) => {
        const found = value(expression, at, here)
        return found === undefined ? undefined : asBoolean(found)
      },
    },
  }
}

type Around = { places: Places; languages: Map<string, Surroundings> }
const known = new WeakMap<FormDefinition, Around>()

/** What expressions of a form may ask for, made once for a form and a language. */
function around(form: FormDefinition, { language, now }: Setting) {
  const kept: Around = known.get(form) ?? { places: placesOf(form.items), languages: new Map() }
  known.set(form, kept)
  const made =
    kept.languages.get(language) ??
    keepingLists(surroundingsOf(form, { now: 0, zone, language, random: () => 0, matches }))
  kept.languages.set(language, made)
  return { places: kept.places, surroundings: { ...made, now: now.getTime() } }
}

/** A list of eight thousand places is made into nodes once. */
function keepingLists(surroundings: Surroundings): Surroundings {
  const lists = new Map<string, AnswerNode | undefined>()
  return {
    ...surroundings,
    list: (name) => {
      if (!lists.has(name)) lists.set(name, surroundings.list(name))
      return lists.get(name)
    },
  }
}
