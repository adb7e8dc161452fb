import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { ListTerritories } from './contract.ts'
import { findTerritory, listChildren } from './records.ts'

/** The regions, or what lies directly in a territory. */
export const listTerritories = query(ListTerritories, async ({ db }, { parentCode }) => {
  if (parentCode !== undefined && !(await findTerritory(db, parentCode)))
    throw new Refusal('unseen', 'territory')
  return listChildren(db, parentCode)
})
