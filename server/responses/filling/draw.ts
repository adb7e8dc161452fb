import type { Item, Question } from '../../surveys/contract.ts'
import type { PlaceChoices, QuestionDrawn, Drawn } from '../contract.ts'
import { isDrawn, isSeen } from '../pages.ts'
import { mostOpenChoices, responseLimits } from '../words.ts'
import { rangeOf } from './check-value.ts'
import { choicesOf, everyChoiceOf, isOffered } from './choices.ts'
import { chosenIn, isBackground, isHalfRanked, isReadOnly, isRequired, valueOf } from './judge.ts'
import type { GroupPlace, Place, QuestionPlace } from './lay-out.ts'
import { say, spoken } from './say.ts'
import type { Filled } from './work-out.ts'

/** The provinces of a region and the municipalities of a province, for whoever looks them up. */
export type PlacesAround = (code: string) => PlaceChoices

/** What one reads on these places, in the language of the response: plain values and nothing of how the form is made. */
export function draw(
  filled: Filled,
  places: readonly Place[],
  { quotable, around }: { quotable: readonly string[]; around: PlacesAround },
): Drawn[] {
  const drawing = (place: Place): Drawn[] => {
    if (!isSeen(place.item)) return []
    const { path, isRelevant, item } = place
    const words = {
      path,
      isRelevant,
      label: say(filled, place, item.label),
      hint: say(filled, place, item.hint),
    }
    const appearance = item.appearance
    switch (place.is) {
      case 'question':
        return isDrawn(place.item) ? [drawnQuestion(filled, place, { words, quotable, around })] : []
      case 'group':
        return [
          {
            is: 'group',
            ...words,
            appearance,
            table: tableOf(filled, place),
            consent: isBackground(place) ? (place.consent ?? '') : null,
            inside: place.inside.flatMap(drawing),
          },
        ]
      case 'repeat':
        return [
          {
            is: 'repeat',
            ...words,
            isCounted: place.item.repeatCount !== undefined,
            mayAdd: place.item.repeatCount === undefined && place.turns.length < responseLimits.turns,
            turns: place.turns.map((turn) => ({ path: turn.path, inside: turn.inside.flatMap(drawing) })),
          },
        ]
      case 'turn':
        return []
    }
  }
  return places.flatMap(drawing)
}

type Words = { path: string; isRelevant: boolean; label: string; hint: string }

function drawnQuestion(
  filled: Filled,
  place: QuestionPlace,
  { words, quotable, around }: { words: Words; quotable: readonly string[]; around: PlacesAround },
): QuestionDrawn {
  const { item, path } = place
  const value = valueOf(place)
  const isPlace = item.type === 'text' && item.appearance.includes('place')
  return {
    is: 'question',
    ...words,
    isRelevant: words.isRelevant && isOffered(filled, place),
    type: isPlace ? 'place' : item.type,
    appearance: item.appearance,
    guidance: say(filled, place, item.guidanceHint),
    isRequired: isRequired(filled, place),
    isReadOnly: isReadOnly(filled, place),
    value,
    ...(item.list === undefined ? {} : drawnChoices(filled, place)),
    ...(item.other ? { other: place.other ?? '' } : {}),
    ...(item.type === 'range' ? { range: rangeOf(item.parameters) } : {}),
    ...(item.type === 'rank' ? { ranks: ranksOf(place, value) } : {}),
    ...(isPlace ? { place: around(value) } : {}),
    ...(item.appearance.includes('quotable') ? { mayBeQuoted: quotable.includes(path) } : {}),
  }
}

/** Of a list, which a script can fill, only what is open; elsewhere what is closed stands there too, hidden, if it is not too much. */
function drawnChoices(filled: Filled, place: QuestionPlace) {
  const { type, appearance, other } = place.item
  const all = everyChoiceOf(filled, place)
  const open = choicesOf(filled, place)
  const isListed =
    type === 'select_one' &&
    (appearance.includes('minimal') || all.length + (other ? 1 : 0) > mostOpenChoices)
  const chosen = chosenIn(place)
  return {
    isListed,
    choices: (isListed || all.length > mostHiddenChoices ? open : all).map((choice) => ({
      name: choice.name,
      label: say(filled, place, choice.label) || choice.name,
      isChosen: chosen.includes(choice.name),
      isClosed: !open.includes(choice),
    })),
  }
}

const mostHiddenChoices = 60

/** Which place was given to each choice, also while some are missing. */
function ranksOf(place: QuestionPlace, value: string): Record<string, string> {
  if (!isHalfRanked(value))
    return Object.fromEntries(chosenIn(place).map((name, at) => [name, String(at + 1)]))
  const parts = value.slice(1).split(' ')
  return Object.fromEntries(
    parts.map((part) => [part.slice(part.indexOf('=') + 1), part.slice(0, part.indexOf('='))]),
  )
}

/** A group as a table: each question a row, all with the same choices. Questions of another kind in it stand by themselves. */
function tableOf(filled: Filled, place: GroupPlace): string[] | null {
  const { appearance, items } = place.item
  if (!appearance.includes('table-list')) return null
  const list = items.find((item): item is Question => isRowOf(item))?.list
  const alike = items.every((item) => !isSeen(item) || (isRowOf(item) && item.list === list))
  if (list === undefined || !alike) return null
  return (filled.form.lists[list] ?? []).map((choice) => spoken(filled, choice.label) || choice.name)
}

function isRowOf(item: Item): item is Question {
  return item.is === 'question' && item.type === 'select_one' && !item.other && !item.choiceFilter
}
