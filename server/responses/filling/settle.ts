import type { FormDefinition } from '../../surveys/contract.ts'
import type { Answered, Fields, Wrong } from '../contract.ts'
import { pagesOf } from '../pages.ts'
import type { Known } from './check-value.ts'
import { isOffered } from './choices.ts'
import { chosenIn, isWithoutConsent, judge, valueOf } from './judge.ts'
import { answersBegun, consentName, dropLastTurn, everyPlace, otherChoice, type Place } from './lay-out.ts'
import { takeFields } from './take-fields.ts'
import { fillIn, workOut, type Filled, type Setting } from './work-out.ts'

export type Settled = {
  filled: Filled
  wrong: Wrong
  answers: Answered
  quotable: string[]
}

/**
 * A response as it is sent: everything that is asked is there and right, what is not asked any more is gone, calculations are
 * kept. Page by page or whole, this alone decides what is stored.
 */
export function settle(
  form: FormDefinition,
  begun: { answers: Answered; quotable: readonly string[] },
  setting: Setting,
  known: Known,
): Settled {
  const filled = fillIn(form, withoutEmptyTurns(form, begun.answers, setting), setting)
  const places = filled.whole.inside
  return {
    filled,
    wrong: judge(filled, places, known),
    answers: answersSent(filled, places),
    quotable: [...everyPlace(places)].flatMap((place) =>
      place.is === 'question' &&
      place.isRelevant &&
      valueOf(place) !== '' &&
      begun.quotable.includes(place.path)
        ? [place.path]
        : [],
    ),
  }
}

/** A response that comes as one: the fields of all its pages, taken as each page would take them. */
export function takeWhole(
  form: FormDefinition,
  fields: Fields,
  setting: Setting,
): { answers: Answered; quotable: string[]; refused: Wrong } {
  const filled = fillIn(form, {}, setting)
  const seen = new Set(pagesOf(form).flatMap(({ items }) => items.map(({ name }) => name)))
  const places = filled.whole.inside.filter(({ item }) => seen.has(item.name))
  const { refused, quotable } = takeFields(filled, places, fields)
  return { answers: answersBegun(filled.whole.inside), quotable: [...quotable], refused }
}

/** A turn at the end that nobody wrote anything into was only standing there. */
function withoutEmptyTurns(form: FormDefinition, answers: Answered, setting: Setting): Answered {
  const filled = fillIn(form, answers, setting)
  let isChanged = false
  for (const place of everyPlace(filled.whole.inside)) {
    if (place.is !== 'repeat' || place.item.repeatCount) continue
    while (place.turns.length > 0 && !isTurnAnswered(place.turns.at(-1))) {
      dropLastTurn(place)
      isChanged = true
    }
    place.isAsked = true
  }
  if (isChanged) workOut(filled)
  return answersBegun(filled.whole.inside)
}

function isTurnAnswered(turn: Place | undefined): boolean {
  if (turn?.is !== 'turn') return false
  return [...everyPlace(turn.inside)].some(
    (place) =>
      place.is === 'question' &&
      !place.item.calculation &&
      place.item.type !== 'hidden' &&
      (place.raw ?? '') !== '',
  )
}

function answersSent(filled: Filled, places: readonly Place[]): Answered {
  return Object.fromEntries(
    places.flatMap((place): [string, string | Answered | Answered[]][] => {
      const { name } = place.item
      if (!place.isRelevant) return []
      switch (place.is) {
        case 'question': {
          if (place.item.type === 'note' && !place.item.calculation) return []
          const other =
            place.item.other && chosenIn(place).includes(otherChoice)
              ? [[`${name}_other`, place.other ?? ''] as [string, string]]
              : []
          return [[name, isOffered(filled, place) ? valueOf(place) : ''], ...other]
        }
        case 'group':
          if (isWithoutConsent(place)) return []
          return [
            [
              name,
              {
                ...(place.consent === 'OK' ? { [consentName]: 'OK' } : {}),
                ...answersSent(filled, place.inside),
              },
            ],
          ]
        case 'repeat':
          return [[name, place.turns.map((turn) => answersSent(filled, turn.inside))]]
        case 'turn':
          return []
      }
    }),
  )
}
