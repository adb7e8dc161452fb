import type { FormFields } from '#server/fields.ts'
import type { Platform } from '#server/platform.ts'
import { type Refusal, refuseField } from '#server/refusal.ts'

export type PlaceFound = { code: string; name: string; within: string }
export type PlaceAsked = { territoryCode: string } | { refusal: Refusal; found: PlaceFound[] }

/** Turns the fields of PlaceFields into a territory: the region itself, or the one place in it of the name that was typed. */
export async function placeAsked(
  { territories }: Pick<Platform, 'territories'>,
  fields: FormFields,
): Promise<PlaceAsked> {
  const { regionCode, territoryCode } = fields
  const place = typeof fields['place'] === 'string' ? fields['place'].trim() : ''
  if (typeof regionCode !== 'string' || regionCode === '')
    return { refusal: refuseField('regionCode', 'needed'), found: [] }
  if (typeof territoryCode === 'string' && territoryCode !== '') return { territoryCode }
  if (place === '') return { territoryCode: regionCode }
  if (place.length < 2) return { refusal: refuseField('place', 'place-not-found'), found: [] }
  const [provinces, municipalities] = await Promise.all([
    territories.listTerritories({ parentCode: regionCode }),
    territories.searchMunicipalities({ name: place, within: regionCode }),
  ])
  const same = (name: string) => name.localeCompare(place, 'it', { sensitivity: 'base' }) === 0
  const found = [
    ...municipalities.map(({ code, name, province }) => ({ code, name, within: province })),
    ...provinces.filter(({ name }) => same(name)).map(({ code, name }) => ({ code, name, within: '' })),
  ]
  const [first, ...rest] = found
  if (!first) return { refusal: refuseField('place', 'place-not-found'), found }
  if (rest.length === 0 && same(first.name)) return { territoryCode: first.code }
  return { refusal: refuseField('place', 'place-which'), found }
}
