import { saidIn } from '../by-language.ts'
import { query } from '../query.ts'
import { romeDay } from '../rome-day.ts'
import { ListTables, type TableListed } from './contract.ts'
import { listTableRows } from './records-shown.ts'
import { overseesTables } from './rules.ts'

/** Every table, the interregional first and then by region. */
export const listTables = query(
  ListTables,
  async ({ db, actor, now }, { territory }): Promise<{ tables: TableListed[]; may: { found: boolean } }> => {
    const rows = await listTableRows(db, territory, romeDay(now))
    return {
      tables: rows.map((row) => ({ ...row, name: saidIn(row.name, actor.language) })),
      may: { found: overseesTables(actor) },
    }
  },
)
