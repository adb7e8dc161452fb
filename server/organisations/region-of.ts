import type { Reader } from '#db/database.ts'
import { refuseField } from '../refusal.ts'
import { findTerritory, listParents } from '../territories/index.ts'

/** The region a territory lies in (a region is its own), or a refusal at the field. */
export async function regionOf(db: Reader, territoryCode: string): Promise<string> {
  const territory = await findTerritory(db, territoryCode)
  if (!territory) throw refuseField('territoryCode', 'not-in-list')
  const [widest] = await listParents(db, territoryCode)
  return widest?.code ?? territory.code
}
