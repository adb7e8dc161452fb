import { sql } from 'kysely'
import type { Reader } from '#db/database.ts'
import type { LoggedKind, ModeratedKind, ModerationAct, ReportReason } from './words.ts'

export const queuePage = 20
export const logPage = 50

export async function isModerator(db: Reader, personId: string): Promise<boolean> {
  const office = await db
    .selectFrom('tableOfficers')
    .where('personId', '=', personId)
    .where('office', '=', 'moderator')
    .where('endedAt', 'is', null)
    .select('tableId')
    .limit(1)
    .executeTakeFirst()
  return office !== undefined
}

/** Their report of a text, and whether it still holds: one that was dismissed says nothing of what the text became since. */
export async function findReport(
  db: Reader,
  personId: string,
  subjectId: string,
): Promise<{ id: string; isStill: boolean } | undefined> {
  const { rows } = await sql<{ id: string; isStill: boolean }>`
    select r.id, r.state <> 'dismissed' or coalesce(m.edited_at, n.edited_at, r.decided_at) <= r.decided_at as is_still
    from reports r left join messages m on m.id = r.subject_id left join needs n on n.id = r.subject_id
    where r.subject_id = ${subjectId} and r.reporter_id = ${personId}`.execute(db)
  return rows[0]
}

/** The texts with open reports at this moderator's tables, longest waiting first. */
export async function listReported(
  db: Reader,
  moderatorId: string,
  after: { firstAt: string; id: string } | undefined,
) {
  const { rows } = await sql<{
    kind: ModeratedKind
    id: string
    title: string | null
    text: string
    language: string
    consultationId: string
    consultationTitle: unknown
    reasons: ReportReason[]
    notes: string[]
    reporters: number
    firstAt: Date
  }>`
    with reported as (
      select r.subject_kind, r.subject_id, r.consultation_id, array_agg(distinct r.reason::text) as reasons,
        coalesce(array_agg(r.note order by r.reported_at) filter (where r.note <> ''), '{}') as notes, count(*)::int as reporters,
        date_trunc('milliseconds', min(r.reported_at)) as first_at
      from reports r join table_officers t on t.table_id = r.table_id
      where r.state = 'open' and t.person_id = ${moderatorId} and t.office = 'moderator' and t.ended_at is null
      group by r.subject_kind, r.subject_id, r.consultation_id
    )
    select r.subject_kind as kind, r.subject_id as id, n.title, coalesce(m.text, n.plain) as text, coalesce(m.language, n.language) as language,
      r.consultation_id, c.title as consultation_title, r.reasons, r.notes, r.reporters, r.first_at
    from reported r join consultations c on c.id = r.consultation_id
      left join messages m on r.subject_kind = 'message' and m.id = r.subject_id
      left join needs n on r.subject_kind = 'need' and n.id = r.subject_id
    where ${after ? sql`(r.first_at, r.subject_id) > (${after.firstAt}::timestamptz, ${after.id}::uuid)` : sql`true`}
    order by r.first_at, r.subject_id limit ${queuePage + 1}`.execute(db)
  return rows
}

/** What moderators are told of the open reports of one text, and what it said before. */
export async function findReports(db: Reader, subjectId: string) {
  const { rows } = await sql<{
    reasons: ReportReason[]
    notes: string[]
    reporters: number
    earlier: string[]
  }>`
    select array(select distinct reason::text from reports where subject_id = ${subjectId} and state = 'open' order by 1) as reasons,
      array(select note from reports where subject_id = ${subjectId} and state = 'open' and note <> '' order by reported_at) as notes,
      (select count(*)::int from reports where subject_id = ${subjectId} and state = 'open') as reporters,
      array(select text from message_versions where message_id = ${subjectId} order by version)
        || array(select concat_ws(e'\\n\\n', title, text, nullif(tried, '')) from need_versions where need_id = ${subjectId} order by version)
        as earlier`.execute(db)
  return rows[0] ?? { reasons: [], notes: [], reporters: 0, earlier: [] }
}

/** The acts of moderation that this person may read, newest first; the texts only at tables where they moderate. */
export async function listLog(
  db: Reader,
  personId: string,
  { seesAll, before }: { seesAll: boolean; before: number },
) {
  const { rows } = await sql<{
    number: number
    at: Date
    act: ModerationAct
    kind: LoggedKind
    subjectId: string
    tableName: unknown
    moderator: string
    reason: ReportReason | null
    note: string
    detail: number | null
    text: string | null
    language: string | null
  }>`
    with mine as (select table_id from table_officers where person_id = ${personId} and office = 'moderator' and ended_at is null)
    select l.number, l.at, l.act, l.subject_kind as kind, l.subject_id, t.name as table_name, p.name as moderator, l.reason, l.note, l.detail,
      case when mine.table_id is not null then left(coalesce(m.text, n.title), 300) end as text, coalesce(m.language, n.language) as language
    from moderation_log l join tables t on t.id = l.table_id join people p on p.id = l.moderator_id
      left join mine on mine.table_id = l.table_id
      left join messages m on l.subject_kind = 'message' and m.id = l.subject_id
      left join needs n on l.subject_kind = 'need' and n.id = l.subject_id
    where l.number < ${before} and (${seesAll} or mine.table_id is not null)
    order by l.number desc limit ${logPage + 1}`.execute(db)
  return rows
}
