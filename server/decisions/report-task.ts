import { command } from '../command.ts'
import { powersAt } from '../consultations/index.ts'
import { insist, Refusal } from '../refusal.ts'
import { ReportTask } from './contract.ts'
import { findReported, findTaskToReport, keepReport } from './records-tasks.ts'
import { mayReport } from './rules.ts'

/** How a task went, done or not, with a note. Earlier reports stay beside it. */
export const reportTask = command(
  ReportTask,
  async ({ trx, actor, now, announce }, { taskId, isDone, note, language, clientId }) => {
    const task = await findTaskToReport(trx, actor, taskId)
    if (!task) throw new Refusal('unseen', 'task')
    insist(mayReport(task, await powersAt(trx, actor, { tableId: task.tableId }, now)))
    const answer = { taskId, tableId: task.tableId }
    if (await findReported(trx, actor.id, clientId)) return answer
    await keepReport(trx, {
      taskId,
      number: task.reports + 1,
      isDone: isDone === 'yes',
      note,
      language,
      reportedBy: actor.id,
      reportedAt: now,
      clientId: clientId ?? null,
    })
    await announce({
      streamId: task.roomId,
      name: 'task-reported',
      about: taskId,
      body: { isDone: isDone === 'yes' },
    })
    return answer
  },
)
