import { query } from '../query.ts'
import { SearchMunicipalities } from './contract.ts'
import * as records from './records.ts'
import { municipalitiesFound } from './words.ts'

/** Municipalities by the beginning of their name, accents and apostrophes ignored. */
export const searchMunicipalities = query(SearchMunicipalities, async ({ db }, { name, within }) =>
  records.searchMunicipalities(db, name, within, municipalitiesFound),
)
