import { sql } from 'kysely'
import type { Reader, Trx } from '#db/database.ts'
import { visibleTo } from '../consultations/index.ts'
import type { Actor } from '../ground.ts'
import type { TaskShown } from './contract.ts'
import type { TaskState } from './words.ts'

export async function findSet(trx: Trx, personId: string, clientId: string | undefined) {
  if (!clientId) return undefined
  return trx
    .selectFrom('tasks')
    .where('setBy', '=', personId)
    .where('clientId', '=', clientId)
    .select('id')
    .executeTakeFirst()
}

/** A decision of the meeting that stands: by consent, or by a vote that was counted and passed. */
export async function isDecided(db: Reader, meetingId: string, decisionId: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    select d.id from decisions d left join ballots b on b.id = d.ballot_id
    where d.id = ${decisionId} and d.meeting_id = ${meetingId} and (b.id is null or b.outcome = 'approved')`.execute(
    db,
  )
  return rows.length > 0
}

export async function isVerified(db: Reader, organisationId: string): Promise<boolean> {
  const found = await db
    .selectFrom('organisations')
    .where('id', '=', organisationId)
    .where('state', '=', 'verified')
    .select('id')
    .executeTakeFirst()
  return found !== undefined
}

export async function keepTask(
  trx: Trx,
  task: {
    meetingId: string
    itemId: string | null
    decisionId: string | null
    text: string
    language: string
    office: string
    organisationId: string | null
    dueOn: string
    reviewOn: string | null
    setBy: string
    setAt: Date
    clientId: string | null
  },
): Promise<string> {
  const { id } = await trx.insertInto('tasks').values(task).returning('id').executeTakeFirstOrThrow()
  return id
}

export type TaskHeld = {
  id: string
  tableId: string
  roomId: string
  organisationId: string | null
  isDone: boolean
  reports: number
}

/** A task, locked with nobody else reporting on it: its row never changes, so a lock is all that it takes. */
export async function findTaskToReport(
  trx: Trx,
  actor: Actor,
  taskId: string,
): Promise<TaskHeld | undefined> {
  await trx.selectFrom('tasks').where('id', '=', taskId).select('id').forUpdate().execute()
  const { rows } = await sql<TaskHeld>`
    select t.id, m.table_id, m.room_id, t.organisation_id, coalesce(last.is_done, false) as is_done,
      coalesce(last.number, 0) as reports
    from tasks t join meetings m on m.id = t.meeting_id join consultations on consultations.id = m.consultation_id
      left join lateral (select is_done, number from task_reports r where r.task_id = t.id order by number desc limit 1) last on true
    where t.id = ${taskId} and ${visibleTo(actor)}`.execute(trx)
  return rows[0]
}

export async function findReported(trx: Trx, personId: string, clientId: string | undefined) {
  if (!clientId) return undefined
  return trx
    .selectFrom('taskReports')
    .where('reportedBy', '=', personId)
    .where('clientId', '=', clientId)
    .select('number')
    .executeTakeFirst()
}

export async function keepReport(
  trx: Trx,
  report: {
    taskId: string
    number: number
    isDone: boolean
    note: string
    language: string
    reportedBy: string
    reportedAt: Date
    clientId: string | null
  },
): Promise<void> {
  await trx.insertInto('taskReports').values(report).execute()
}

export type TaskRow = Omit<TaskShown, 'state' | 'isReviewDue' | 'meeting' | 'reports' | 'mayReport'> & {
  isDone: boolean
  organisationId: string | null
  meetingId: string
  meetingNumber: number
  meetingTitle: unknown
  hasMinutes: boolean
  tableId: string
  reports: { number: number; isDone: boolean; text: string; language: string; at: string }[]
}

/** Tasks whose consultation this person may see: what is open and most urgent first, then what is done. */
export async function listTasks(
  db: Reader,
  actor: Actor,
  wanted: { tableId: string; state: TaskState | undefined; today: string } | { taskId: string },
): Promise<TaskRow[]> {
  const where =
    'taskId' in wanted
      ? sql`t.id = ${wanted.taskId}`
      : sql`m.table_id = ${wanted.tableId} and ${stateIs(wanted.state, wanted.today)}`
  const { rows } = await sql<TaskRow>`
    select t.id, t.text, t.language, coalesce(g.name, t.office) as office, t.organisation_id, t.due_on, t.review_on,
      ${isDone} as is_done, m.id as meeting_id, m.number as meeting_number, m.title as meeting_title, m.table_id,
      m.state in ('open', 'closed') as has_minutes,
      coalesce((select json_agg(json_build_object('number', r.number, 'isDone', r.is_done, 'text', r.note,
          'language', r.language, 'at', r.reported_at) order by r.number desc)
        from task_reports r where r.task_id = t.id), '[]') as reports,
      json_build_object('text', coalesce(d.text, i.title), 'language', coalesce(d.language, i.language)) as "from"
    from tasks t join meetings m on m.id = t.meeting_id join consultations on consultations.id = m.consultation_id
      left join organisations g on g.id = t.organisation_id
      left join decisions d on d.id = t.decision_id left join agenda_items i on i.id = t.item_id
    where ${where} and ${visibleTo(actor)}
    order by ${isDone}, t.due_on, t.id limit 200`.execute(db)
  return rows
}

const isDone = sql<boolean>`coalesce((select r.is_done from task_reports r where r.task_id = t.id
  order by r.number desc limit 1), false)`

function stateIs(state: TaskState | undefined, today: string) {
  if (state === undefined) return sql`true`
  if (state === 'done') return isDone
  return state === 'overdue'
    ? sql`not ${isDone} and t.due_on < ${today}::date`
    : sql`not ${isDone} and t.due_on >= ${today}::date`
}

export async function countOverdue(
  db: Reader,
  actor: Actor,
  tableId: string,
  today: string,
): Promise<number> {
  const { rows } = await sql<{ tasks: number }>`
    select count(*)::int as tasks
    from tasks t join meetings m on m.id = t.meeting_id join consultations on consultations.id = m.consultation_id
    where m.table_id = ${tableId} and ${stateIs('overdue', today)} and ${visibleTo(actor)}`.execute(db)
  return rows[0]?.tasks ?? 0
}

export async function findTable(db: Reader, tableId: string) {
  return db.selectFrom('tables').where('id', '=', tableId).select(['id', 'name']).executeTakeFirst()
}
