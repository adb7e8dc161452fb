import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { ShowTerritory, type TerritoryShown } from './contract.ts'
import { findTerritory, listParents } from './records.ts'

export const showTerritory = query(ShowTerritory, async ({ db }, { code }): Promise<TerritoryShown> => {
  const territory = await findTerritory(db, code)
  if (!territory) throw new Refusal('unseen', 'territory')
  return { ...territory, parents: await listParents(db, code) }
})
