import { z } from 'zod'
import { line, optional } from '../fields.ts'
import type { TerritoryLevel } from './words.ts'

/** An ISTAT code: 2 digits a region, 3 a province, 6 a municipality. */
export const territoryCode = z.string('needed').regex(/^(\d{2}|\d{3}|\d{6})$/, 'not-valid')

export const ListTerritories = z.strictObject({ parentCode: optional(territoryCode) })
export const SearchMunicipalities = z.strictObject({ name: line(2, 60), within: optional(territoryCode) })
export const ShowTerritory = z.strictObject({ code: territoryCode })
export const ShowMap = z.strictObject({ level: z.enum(['region', 'province']) })

export type Territory = { code: string; level: TerritoryLevel; name: string }
/** A municipality found by name, with what tells it from another of the same name. */
export type MunicipalityFound = { code: string; name: string; province: string; region: string }
/** A territory and what it lies in, the widest first. */
export type TerritoryShown = Territory & {
  parents: Territory[]
  latitude: number | null
  longitude: number | null
}

/** `centre` is where a name fits, which is not always the middle. */
export type Outline = { code: string; name: string; path: string; centre: readonly [x: number, y: number] }
/** Shapes on one drawing of `width` by `height` units. */
export type OutlineMap = { width: number; height: number; outlines: readonly Outline[] }
