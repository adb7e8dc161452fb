import { powersAt } from '../consultations/index.ts'
import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { romeDay } from '../rome-day.ts'
import { ShowTask, type TaskShown } from './contract.ts'
import { listTasks } from './records-tasks.ts'
import { taskShown } from './task-shown.ts'

export const showTask = query(
  ShowTask,
  async ({ db, actor, now }, { taskId }): Promise<TaskShown & { tableId: string }> => {
    const [row] = await listTasks(db, actor, { taskId })
    if (!row) throw new Refusal('unseen', 'task')
    const powers = await powersAt(db, actor, { tableId: row.tableId }, now)
    return {
      ...taskShown(row, { powers, today: romeDay(now), language: actor.language }),
      tableId: row.tableId,
    }
  },
)
