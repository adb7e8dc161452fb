import { query } from '../query.ts'
import { FindPlace } from './contract.ts'
import { findPlaces } from './records-places.ts'

/** The provinces and municipalities of a region that a typed name may mean. */
export const findPlace = query(FindPlace, async ({ db }, { regionCode, place }) =>
  findPlaces(db, regionCode, place),
)
