import { sql, type RawBuilder } from 'kysely'
import type { Reader } from '#db/database.ts'
import type { ByLanguage } from '../by-language.ts'
import { visibleTo } from '../consultations/index.ts'
import type { Actor, Language } from '../ground.ts'
import type { PaperText } from './contract.ts'
import type { MeetingState } from './words.ts'

type MeetingRow = {
  id: string
  number: number
  title: ByLanguage
  state: MeetingState
  startsAt: Date
  endsAt: Date
  place: string
  tableId: string
  tableName: ByLanguage
  consultationId: string
  consultationTitle: ByLanguage
}

export type MeetingFound = MeetingRow & {
  roomId: string
  languages: Language[]
  quorum: number
  seatSeconds: number | null
  showsNames: boolean
  openedAt: Date | null
  closedAt: Date | null
  cancelReason: string
  isMembersOnly: boolean
  isInvited: boolean
  mayBeOpened: boolean
}

const meetingColumns = sql`m.id, m.number, m.title, m.state, m.starts_at, m.ends_at, m.place,
  t.id as table_id, t.name as table_name, consultations.id as consultation_id, consultations.title as consultation_title`
const meetingTables = sql`meetings m join consultations on consultations.id = m.consultation_id join tables t on t.id = m.table_id`

const isInvited = (actor: Actor) =>
  actor.kind === 'guest'
    ? sql<boolean>`false`
    : sql<boolean>`exists (select 1 from invited_to_meetings i where i.meeting_id = m.id and i.person_id = ${actor.id})`

export async function findShown(
  db: Reader,
  actor: Actor,
  meetingId: string,
): Promise<MeetingFound | undefined> {
  const { rows } = await sql<MeetingFound>`
    select ${meetingColumns}, m.room_id, m.languages, m.quorum, m.seat_seconds, m.shows_names, m.opened_at, m.closed_at,
      m.cancel_reason, consultations.visibility = 'members' as is_members_only, ${isInvited(actor)} as is_invited,
      m.state = 'called' and rooms.closed_at is null and consultations.closed_at is null and not exists (
        select 1 from meetings other where other.room_id = m.room_id and other.state = 'open') as may_be_opened
    from ${meetingTables} join rooms on rooms.id = m.room_id
    where m.id = ${meetingId} and ${visibleTo(actor)}`.execute(db)
  return rows[0]
}

/** The texts of every paper on a meeting's agenda, by paper. */
export async function listTextsOf(db: Reader, meetingId: string): Promise<Map<string, PaperText[]>> {
  const { rows } = await sql<PaperText & { paperId: string }>`
    select x.paper_id, x.language, x.title, x.text, x.link
    from agenda_items i join agenda_papers p on p.item_id = i.id and p.removed_at is null
      join agenda_paper_texts x on x.paper_id = p.id join meetings m on m.id = i.meeting_id
    where i.meeting_id = ${meetingId} and i.removed_at is null
    order by array_position(m.languages, x.language), x.language`.execute(db)
  const texts = new Map<string, PaperText[]>()
  for (const { paperId, ...text } of rows) texts.set(paperId, [...(texts.get(paperId) ?? []), text])
  return texts
}

export type MeetingsWanted = {
  tableId?: string | undefined
  consultationId?: string | undefined
  mine: boolean
  when: 'coming' | 'past'
  past?: { at: Date; id: string } | undefined
  most: number
}

/** Meetings to come, the next first, or those that were, the last first. */
export async function listMeetings(
  db: Reader,
  actor: Actor,
  { tableId, consultationId, mine, when, past, most }: MeetingsWanted,
): Promise<(MeetingRow & { items: number })[]> {
  const isComing = when === 'coming'
  const wanted: RawBuilder<unknown>[] = [
    visibleTo(actor),
    isComing ? sql`m.state in ('called', 'open')` : sql`m.state in ('closed', 'cancelled')`,
  ]
  if (tableId) wanted.push(sql`m.table_id = ${tableId}`)
  if (consultationId) wanted.push(sql`m.consultation_id = ${consultationId}`)
  if (mine) wanted.push(isInvited(actor))
  if (past)
    wanted.push(
      isComing
        ? sql`(m.starts_at, m.id) > (${past.at}, ${past.id}::uuid)`
        : sql`(m.starts_at, m.id) < (${past.at}, ${past.id}::uuid)`,
    )
  const { rows } = await sql<MeetingRow & { items: number }>`
    select ${meetingColumns},
      (select count(*)::int from agenda_items i where i.meeting_id = m.id and i.removed_at is null) as items
    from ${meetingTables} where ${sql.join(wanted, sql` and `)}
    order by ${isComing ? sql`m.starts_at, m.id` : sql`m.starts_at desc, m.id desc`} limit ${most}`.execute(
    db,
  )
  return rows
}

/** A table and its consultations that are still open, the newest first. */
export async function findCalling(db: Reader, actor: Actor, tableId: string) {
  const { rows } = await sql<{
    name: ByLanguage
    consultations: { id: string; title: ByLanguage }[]
  }>`select t.name, coalesce((select json_agg(json_build_object('id', consultations.id, 'title', consultations.title)
        order by consultations.opened_at desc)
      from consultations join rooms on rooms.consultation_id = consultations.id
      where consultations.table_id = t.id and consultations.closed_at is null and rooms.closed_at is null
        and ${visibleTo(actor)}), '[]') as consultations
    from tables t where t.id = ${tableId}`.execute(db)
  return rows[0]
}

/** The meetings of its table to which an item of this one may be put off, the next first. */
export async function listLater(
  db: Reader,
  actor: Actor,
  meeting: { id: string; tableId: string; consultationId: string; isMembersOnly: boolean },
) {
  const { rows } = await sql<{ id: string; number: number; startsAt: Date }>`
    select m.id, m.number, m.starts_at from ${meetingTables}
    where m.table_id = ${meeting.tableId} and m.id <> ${meeting.id} and m.state in ('called', 'open') and ${visibleTo(actor)}
      ${meeting.isMembersOnly ? sql`and m.consultation_id = ${meeting.consultationId}` : sql``}
    order by m.starts_at, m.id limit 20`.execute(db)
  return rows
}
