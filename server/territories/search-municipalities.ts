import type { Database } from '#db/database.ts'
import { query } from '../query.ts'
import { SearchMunicipalities, type MunicipalityFound } from './contract.ts'
import { listMunicipalities } from './records.ts'
import { folded, nameFit } from './rules.ts'
import { municipalitiesFound } from './words.ts'

type Municipality = Awaited<ReturnType<typeof listMunicipalities>>[number] & { folded: string }

/** Municipalities by the beginning of their name or of a later word in it; accents and apostrophes ignored. */
export const searchMunicipalities = query(
  SearchMunicipalities,
  async ({ db }, { name, within }): Promise<MunicipalityFound[]> => {
    const asked = folded(name)
    const candidates = (await municipalitiesOf(db)).filter(
      (it) => within === undefined || [it.code, it.provinceCode, it.regionCode].includes(within),
    )
    const fitting = (fit: ReturnType<typeof nameFit>) =>
      candidates.filter((it) => nameFit(it.folded, asked) === fit)
    return [...fitting('whole'), ...fitting('start'), ...fitting('later-word')]
      .slice(0, municipalitiesFound)
      .map(({ code, name, province, region }) => ({ code, name, province, region }))
  },
)

const kept = new WeakMap<Database, Promise<Municipality[]>>()

// Only a migration changes them. Kept folded, since folding 7,896 names in SQL took 40 ms for each letter typed.
async function municipalitiesOf(db: Database): Promise<Municipality[]> {
  const before = kept.get(db)
  if (before) return before
  const reading = listMunicipalities(db).then((all) => all.map((it) => ({ ...it, folded: folded(it.name) })))
  kept.set(db, reading)
  reading.catch(() => kept.delete(db))
  return reading
}
