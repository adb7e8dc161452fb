import { mayLead, powersAt } from '../consultations/index.ts'
import { query } from '../query.ts'
import { insist } from '../refusal.ts'
import { type ResultsShown, ShowResults } from './contract.ts'
import { seeCollection } from './hold-collection.ts'
import { readResults } from './read-results.ts'
import { areResultsShown, mayModerate } from './rules.ts'
import { fewestOf } from './words.ts'

/** Where people stand, once the consultation shows it; before, nobody is told, so that nobody is swayed. */
export const showResults = query(
  ShowResults,
  async ({ db, actor, now }, { consultationId }): Promise<ResultsShown> => {
    const collection = await seeCollection(db, actor, consultationId, now)
    insist(areResultsShown(collection))
    const powers = await powersAt(db, actor, { tableId: collection.tableId }, now)
    return {
      consultation: { id: consultationId, title: collection.title },
      results: await readResults(db, consultationId),
      fewestShown: 4 * fewestOf(collection.isSensitive),
      may: { moderate: mayModerate(powers) === true, lead: mayLead(powers) === true },
    }
  },
)
