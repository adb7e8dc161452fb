import { isSeen, type Page } from '../pages.ts'
import { isOffered } from './choices.ts'
import { everyPlace, type Place } from './lay-out.ts'
import type { Filled } from './work-out.ts'

export function placesOn({ whole }: Filled, page: Page | undefined): Place[] {
  const names = new Set(page?.items.map(({ name }) => name))
  return whole.inside.filter(({ item }) => names.has(item.name))
}

/** The pages on which anything concerns this person now, by their number in the form. */
export function pagesShown(filled: Filled, pages: readonly Page[]): number[] {
  return pages.flatMap((page, number) =>
    placesOn(filled, page).some((place) => isShown(filled, place)) ? [number] : [],
  )
}

function isShown(filled: Filled, place: Place): boolean {
  if (!place.isRelevant || !isSeen(place.item)) return false
  // A repeat in which nobody stands yet still offers to add one.
  if (place.is === 'question') return isOffered(filled, place)
  if (place.is === 'repeat') return place.item.repeatCount === undefined || place.turns.length > 0
  return place.inside.some((inside) => isShown(filled, inside))
}

/** Paths of what can be answered on a page as it is now. */
export function pathsToAnswer(filled: Filled, places: readonly Place[]): Set<string> {
  return new Set(
    [...everyPlace(places)].flatMap((place) =>
      place.is === 'question' &&
      isShown(filled, place) &&
      place.item.type !== 'note' &&
      !place.item.calculation
        ? [place.path]
        : [],
    ),
  )
}
