import { sql } from 'kysely'
import type { Reader, Trx } from '#db/database.ts'
import type { Act } from '../command.ts'
import { visibleTo } from '../consultations/index.ts'
import type { Person } from '../ground.ts'
import { Refusal } from '../refusal.ts'
import type { LoggedKind, ModeratedKind, ModerationAct, ReportReason } from './words.ts'

export type SubjectHeld = {
  kind: ModeratedKind
  id: string
  tableId: string
  consultationId: string
  consultationTitle: unknown
  /** Where its changes are told: a message's room, a need's consultation. */
  streamId: string
  roomId: string | null
  title: string | null
  text: string
  language: string
  name: string
  isOwn: boolean
  isHidden: boolean
  isWithdrawn: boolean
  /** A message that waits for a moderator, or was refused by one. */
  isWaiting: boolean
  /** A message that was put aside for later. */
  isParked: boolean
  mayModerate: boolean
}

const lockings = { none: sql``, share: sql`for share of subject`, change: sql`for no key update of subject` }

/**
 * A message or a need that this person may know of. Deciding locks it, reporting holds it, so that no report arrives
 * unseen between a decision and its closing of the reports.
 */
export async function holdSubject(
  db: Reader,
  actor: Person,
  asked: { kind: ModeratedKind; subjectId: string },
  locking: keyof typeof lockings,
): Promise<SubjectHeld> {
  const { kind, subjectId } = asked
  const theirs = sql`consultations.id as consultation_id, consultations.table_id, consultations.title as consultation_title,
    subject.id, subject.language, p.name, subject.author_id = ${actor.id} as is_own, subject.hidden_at is not null as is_hidden,
    exists (select 1 from table_officers t where t.table_id = consultations.table_id and t.person_id = ${actor.id}
      and t.office = 'moderator' and t.ended_at is null) as may_moderate`
  const { rows } = await (
    kind === 'message'
      ? sql<SubjectHeld>`
        select 'message' as kind, ${theirs}, subject.room_id as stream_id, subject.room_id, null as title, subject.text,
          subject.withdrawn_at is not null as is_withdrawn, subject.seq is null as is_waiting, subject.parked_at is not null as is_parked
        from messages subject join rooms on rooms.id = subject.room_id
          join consultations on consultations.id = rooms.consultation_id join people p on p.id = subject.author_id
        where subject.id = ${subjectId} and ${visibleTo(actor)} ${lockings[locking]}`
      : sql<SubjectHeld>`
        select 'need' as kind, ${theirs}, consultations.id as stream_id, null as room_id, subject.title, subject.plain as text,
          subject.state = 'withdrawn' as is_withdrawn, false as is_waiting, false as is_parked
        from needs subject join consultations on consultations.id = subject.consultation_id join people p on p.id = subject.author_id
        where subject.id = ${subjectId} and ${visibleTo(actor)} ${lockings[locking]}`
  ).execute(db)
  const subject = rows[0]
  const isGone = subject && (subject.isHidden || subject.isWithdrawn || subject.isWaiting || subject.isParked)
  // To anybody but those who decide, what is hidden from them is not there.
  if (!subject || (isGone && !subject.mayModerate && !subject.isOwn)) throw new Refusal('unseen', kind)
  return subject
}

export async function keepHiding(trx: Trx, subject: SubjectHeld, hiddenAt: Date | null) {
  await trx
    .updateTable(subject.kind === 'message' ? 'messages' : 'needs')
    .set({ hiddenAt })
    .where('id', '=', subject.id)
    .execute()
}

/** The report of this person, which may be an earlier one; one that was dismissed is made anew. */
export async function keepReport(
  trx: Trx,
  subject: SubjectHeld,
  report: { reporterId: string; reason: ReportReason; note: string; now: Date },
): Promise<{ id: string }> {
  const { reporterId, reason, note, now } = report
  const made = await trx
    .insertInto('reports')
    .values({
      subjectKind: subject.kind,
      subjectId: subject.id,
      tableId: subject.tableId,
      consultationId: subject.consultationId,
      reporterId,
      reason,
      note,
      reportedAt: now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['subjectId', 'reporterId'])
        .doUpdateSet({ reason, note, reportedAt: now, state: 'open', decidedAt: null })
        .where('reports.state', '=', 'dismissed'),
    )
    .returning('id')
    .executeTakeFirst()
  if (made) return made
  return trx
    .selectFrom('reports')
    .where('subjectId', '=', subject.id)
    .where('reporterId', '=', reporterId)
    .select('id')
    .executeTakeFirstOrThrow()
}

/** Closes every open report of a text; answers how many there were. */
export async function closeReports(
  trx: Trx,
  subject: SubjectHeld,
  state: 'upheld' | 'dismissed',
  now: Date,
): Promise<number> {
  const closed = await trx
    .updateTable('reports')
    .set({ state, decidedAt: now })
    .where('subjectId', '=', subject.id)
    .where('state', '=', 'open')
    .returning('id')
    .execute()
  return closed.length
}

/** Who decided what, and why: it stays for good, and the audit chain commits to it. */
export async function keepInLog(
  { trx, inChain }: Pick<Act, 'trx' | 'inChain'>,
  subject: { kind: LoggedKind; id: string; tableId: string },
  entry: {
    moderatorId: string
    act: ModerationAct
    reason?: ReportReason | null
    note: string | undefined
    now: Date
    /** Of `slow` the seconds; of `hold` whether it began. */
    detail?: number
  },
) {
  await trx
    .insertInto('moderationLog')
    .values({
      at: entry.now,
      tableId: subject.tableId,
      moderatorId: entry.moderatorId,
      act: entry.act,
      subjectKind: subject.kind,
      subjectId: subject.id,
      reason: entry.reason ?? null,
      note: entry.note ?? '',
      detail: entry.detail ?? null,
    })
    .execute()
  inChain({
    act: 'moderated',
    about: subject.id,
    consultationId: null,
    content: {
      did: entry.act,
      kind: subject.kind,
      table: subject.tableId,
      reason: entry.reason ?? null,
      detail: entry.detail ?? null,
    },
  })
}
