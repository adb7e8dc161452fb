import { sql } from 'kysely'
import type { Reader, Trx } from '#db/database.ts'
import { saidIn } from '../by-language.ts'
import { visibleTo } from '../consultations/index.ts'
import type { Actor, Language } from '../ground.ts'
import type { FollowListed } from './contract.ts'
import type { FollowedKind, Rhythm } from './words.ts'

/** Whether it is there for this person: what stands in a consultation that they may not see is not. */
export async function hasSubject(
  db: Reader,
  actor: Actor,
  kind: 'need' | 'proposal',
  id: string,
): Promise<boolean> {
  const found =
    kind === 'need'
      ? db
          .selectFrom('needs')
          .innerJoin('consultations', 'consultations.id', 'needs.consultationId')
          .where('needs.id', '=', id)
          .where('needs.state', '=', 'posted')
          .where('needs.hiddenAt', 'is', null)
          .where(visibleTo(actor))
          .select('needs.id')
      : db
          .selectFrom('proposals')
          .innerJoin('consultations', 'consultations.id', 'proposals.consultationId')
          .where('proposals.id', '=', id)
          .where('proposals.state', 'not in', ['draft', 'withdrawn'])
          .where(visibleTo(actor))
          .select('proposals.id')
  return (await found.executeTakeFirst()) !== undefined
}

export async function keepFollow(trx: Trx, follow: { personId: string; kind: FollowedKind; id: string }) {
  await trx
    .insertInto('follows')
    .values({ personId: follow.personId, subjectKind: follow.kind, subjectId: follow.id })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function dropFollow(trx: Trx, follow: { personId: string; kind: FollowedKind; id: string }) {
  await trx
    .deleteFrom('follows')
    .where('personId', '=', follow.personId)
    .where('subjectKind', '=', follow.kind)
    .where('subjectId', '=', follow.id)
    .execute()
}

export async function isFollowing(db: Reader, personId: string, kind: FollowedKind, id: string) {
  const found = await db
    .selectFrom('follows')
    .where('personId', '=', personId)
    .where('subjectKind', '=', kind)
    .where('subjectId', '=', id)
    .select('since')
    .executeTakeFirst()
  return found !== undefined
}

const mayStillSee = (personId: string) =>
  sql`(c.visibility = 'public' or is_inside_consultation(c.id, ${personId}))`

/** What a person follows and may still see, the newest first. */
export async function listFollows(db: Reader, personId: string, language: Language): Promise<FollowListed[]> {
  const { rows } = await sql<{
    kind: FollowedKind
    id: string
    since: Date
    title: string | null
    language: string | null
    consultation: unknown
  }>`
    select f.subject_kind as kind, f.subject_id as id, f.since,
      coalesce(n.title, v.title) as title, coalesce(n.language, v.language) as language,
      case when f.subject_kind = 'consultation' then c.title end as consultation
    from follows f
      left join needs n on f.subject_kind = 'need' and n.id = f.subject_id and n.state = 'posted' and n.hidden_at is null
      left join proposals p on f.subject_kind = 'proposal' and p.id = f.subject_id
      left join proposal_versions v on v.proposal_id = p.id and v.version = p.version
      join consultations c on c.id = coalesce(n.consultation_id, p.consultation_id, f.subject_id)
    where f.person_id = ${personId} and ${mayStillSee(personId)}
    order by f.since desc limit 200`.execute(db)
  return rows.map(({ kind, id, since, ...row }) => ({
    kind,
    id,
    since,
    title: row.consultation
      ? saidIn(row.consultation, language)
      : { text: row.title ?? '', language: row.language ?? 'it' },
  }))
}

export type NoticeFound = {
  id: string
  kind: string
  subjectKind: string
  subjectId: string
  consultationId: string
  at: Date
  readAt: Date | null
  title: string | null
  titleLanguage: string | null
  consultation: unknown
  meeting: unknown
  isPublic: boolean
  reason: string | null
  outcome: string | null
}

/** Notices as they read now: titles of today, and only of what the person may still see. */
export async function listNotices(
  db: Reader,
  personId: string,
  which: { past?: { at: Date; id: string } | undefined; most: number } | { ids: string[] },
): Promise<NoticeFound[]> {
  const wanted =
    'ids' in which
      ? sql`s.id = any(${which.ids}::uuid[])`
      : which.past
        ? sql`(s.at, s.id) < (${which.past.at}, ${which.past.id}::uuid)`
        : sql`true`
  const { rows } = await sql<NoticeFound>`
    select s.id, s.kind, s.subject_kind, s.subject_id, c.id as consultation_id, s.at, s.read_at, c.visibility = 'public' as is_public,
      coalesce(n.title, v.title, z.text, q.title, l.title) as title, coalesce(n.language, v.language, z.language, l.language) as title_language,
      case when b.id is not null or s.kind = 'seats-mentioned' or s.subject_kind = 'consultation' then c.title end as consultation,
      mt.title as meeting,
      case when s.kind in ('need-hidden', 'message-hidden', 'message-refused') then coalesce(e.body ->> 'reason',
        (select l.reason::text from moderation_log l where l.subject_id = s.subject_id and l.act = 'hide' order by l.number desc limit 1))
        end as reason,
      coalesce(e.body ->> 'outcome', t.outcome::text) as outcome
    from notices s
      join events e on e.stream_id = s.stream_id and e.seq = s.seq
      left join needs n on s.subject_kind = 'need' and n.id = s.subject_id
      left join ballots t on s.subject_kind = 'ballot' and t.id = s.subject_id
      left join proposals p on p.id = case s.subject_kind when 'proposal' then s.subject_id when 'ballot' then t.proposal_id end
      left join proposal_versions v on v.proposal_id = p.id and v.version = p.version
      left join briefs b on s.subject_kind = 'brief' and b.id = s.subject_id
      left join messages m on s.subject_kind = 'message' and m.id = s.subject_id
      left join rooms r on r.id = m.room_id
      left join statements z on s.subject_kind = 'statement' and z.id = s.subject_id
      left join surveys q on s.subject_kind = 'survey' and q.id = s.subject_id
      left join polls l on s.subject_kind = 'poll' and l.id = s.subject_id
      left join minutes_corrections k on s.subject_kind = 'correction' and k.id = s.subject_id
      left join meetings mt on mt.id = case when s.subject_kind in ('meeting', 'minutes') then s.subject_id else k.meeting_id end
      join consultations c on c.id = coalesce(case when s.subject_kind = 'consultation' then s.subject_id end, n.consultation_id, p.consultation_id, b.consultation_id, r.consultation_id, mt.consultation_id, z.consultation_id, q.consultation_id, l.consultation_id)
    where s.person_id = ${personId} and ${wanted} and is_notice_listed(s.person_id, s.subject_kind, s.subject_id)
    order by s.at desc, s.id desc limit ${'ids' in which ? 100 : which.most}`.execute(db)
  return rows
}

export async function keepRead(trx: Trx, personId: string, noticeId: string, now: Date): Promise<boolean> {
  const done = await trx
    .updateTable('notices')
    .set((set) => ({ readAt: set.fn.coalesce('readAt', set.val(now)) }))
    .where('id', '=', noticeId)
    .where('personId', '=', personId)
    .returning('id')
    .executeTakeFirst()
  return done !== undefined
}

export async function keepAllRead(trx: Trx, personId: string, now: Date) {
  await trx
    .updateTable('notices')
    .set({ readAt: now })
    .where('personId', '=', personId)
    .where('readAt', 'is', null)
    .execute()
}

export async function findReader(db: Reader, personId: string) {
  const found = await db
    .selectFrom('people')
    .where('id', '=', personId)
    .select(['email', 'language', 'noticeRhythm as rhythm'])
    .executeTakeFirst()
  return found && { ...found, language: found.language as Language }
}

/** From now on by the new rhythm; who wants no more mail is owed none for what already happened. */
export async function keepRhythm(trx: Trx, personId: string, rhythm: Rhythm, now: Date) {
  await trx.updateTable('people').set({ noticeRhythm: rhythm }).where('id', '=', personId).execute()
  if (rhythm !== 'never') return
  await trx
    .updateTable('notices')
    .set({ mailedAt: now })
    .where('personId', '=', personId)
    .where('mailedAt', 'is', null)
    .execute()
}

/** Takes what a person is owed by mail up to a moment: another worker then finds nothing. */
export async function takeOwed(trx: Trx, personId: string, upTo: Date, now: Date): Promise<string[]> {
  const rows = await trx
    .updateTable('notices')
    .set({ mailedAt: now })
    .where('personId', '=', personId)
    .where('mailedAt', 'is', null)
    .where('at', '<=', upTo)
    .returning(['id', 'readAt'])
    .execute()
  return rows.filter((row) => row.readAt === null).map((row) => row.id)
}

export async function listOwedDigests(db: Reader, upTo: Date, most: number): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select distinct n.person_id from notices n join people p on p.id = n.person_id
    where n.mailed_at is null and n.at <= ${upTo} and p.notice_rhythm = 'digest' limit ${most}`.execute(db)
  return rows.map((row) => row.personId)
}
