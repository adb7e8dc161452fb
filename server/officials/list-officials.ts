import { query } from '../query.ts'
import { insist } from '../refusal.ts'
import { listTerritories } from '../territories/index.ts'
import { ListOfficials, type OfficialsListed } from './contract.ts'
import { listOfficials as officialsNow } from './records.ts'
import { givesOffice, mayName } from './rules.ts'
import { coordinator } from './words.ts'

/** Who answers for which region, and who coordinates, for who names them. */
export const listOfficials = query(ListOfficials, async ({ db, actor, ground }): Promise<OfficialsListed> => {
  insist(mayName(actor))
  const [officials, regions] = await Promise.all([officialsNow(db), listTerritories(ground, actor, {})])
  const all = [
    { office: coordinator, region: null },
    ...regions.map(({ code, name }) => ({ office: code, region: name })),
  ]
  const isYours = ({ office }: { office: string }) => givesOffice(actor, office)
  return {
    officials: officials.map((each) => ({ ...each, isYours: isYours(each) })),
    offices: all.filter(isYours),
  }
})
