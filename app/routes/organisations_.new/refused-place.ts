import { data } from '@remix-run/node'
import type { PlaceAsked } from '#app/place.ts'
import { refusedAnswer } from '#app/refused.ts'
import type { FormFields } from '#server/fields.ts'

/** The form again, with the places that the typed name may mean. */
export function refusedPlace(
  { refusal, found }: Extract<PlaceAsked, { refusal: unknown }>,
  typed: FormFields,
) {
  return data({ ...refusedAnswer(refusal, typed), found }, { status: 422 })
}
