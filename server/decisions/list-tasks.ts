import { saidIn } from '../by-language.ts'
import { powersAt } from '../consultations/index.ts'
import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { romeDay } from '../rome-day.ts'
import { ListTasks, type TasksListed } from './contract.ts'
import { countOverdue, findTable, listTasks as findTasks } from './records-tasks.ts'
import { taskShown } from './task-shown.ts'

/** What a table has set itself to do: the open tasks by their date, those that are late, and those that are done. */
export const listTasks = query(
  ListTasks,
  async ({ db, actor, now }, { tableId, state }): Promise<TasksListed> => {
    const table = await findTable(db, tableId)
    if (!table) throw new Refusal('unseen', 'table')
    const today = romeDay(now)
    const powers = await powersAt(db, actor, { tableId }, now)
    const rows = await findTasks(db, actor, { tableId, state, today })
    return {
      table: { id: table.id, name: saidIn(table.name, actor.language) },
      tasks: rows.map((row) => taskShown(row, { powers, today, language: actor.language })),
      overdue: await countOverdue(db, actor, tableId, today),
    }
  },
)
