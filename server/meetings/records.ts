import { sql } from 'kysely'
import type { Reader, Trx } from '#db/database.ts'
import { byLanguage } from '../by-language.ts'
import { visibleTo } from '../consultations/index.ts'
import type { Actor, Language } from '../ground.ts'
import type { CallMeeting, EditMeeting } from './contract.ts'
import type { MeetingState } from './words.ts'

export type MeetingHeld = {
  id: string
  tableId: string
  consultationId: string
  /** Also its stream: what changes a meeting is told in its room. */
  roomId: string
  isMembersOnly: boolean
  state: MeetingState
  languages: Language[]
  quorum: number
  seatSeconds: number | null
  showsNames: boolean
}

/** A meeting, where this person may see its consultation; locked so that two chairs act one after the other. */
export async function findMeeting(
  db: Reader,
  actor: Actor,
  meetingId: string,
  lock?: 'change' | 'share',
): Promise<MeetingHeld | undefined> {
  const { rows } = await sql<MeetingHeld>`
    select m.id, m.table_id, m.consultation_id, m.room_id, consultations.visibility = 'members' as is_members_only,
      m.state, m.languages, m.quorum, m.seat_seconds, m.shows_names
    from meetings m join consultations on consultations.id = m.consultation_id
    where m.id = ${meetingId} and ${visibleTo(actor)}
    ${lock === 'change' ? sql`for no key update of m` : lock === 'share' ? sql`for key share of m` : sql``}`.execute(
    db,
  )
  return rows[0]
}

/** The room of a consultation that is still open, with its table locked, so that meetings are numbered without a gap. */
export async function findRoomToMeetIn(trx: Trx, actor: Actor, consultationId: string) {
  const { rows } = await sql<{ tableId: string; roomId: string; isOpen: boolean }>`
    select t.id as table_id, rooms.id as room_id, rooms.closed_at is null and consultations.closed_at is null as is_open
    from consultations join rooms on rooms.consultation_id = consultations.id join tables t on t.id = consultations.table_id
    where consultations.id = ${consultationId} and ${visibleTo(actor)}
    for no key update of t`.execute(trx)
  return rows[0]
}

export async function findCalled(trx: Trx, personId: string, clientId: string | undefined) {
  if (!clientId) return undefined
  return trx
    .selectFrom('meetings')
    .where('calledBy', '=', personId)
    .where('clientId', '=', clientId)
    .select(['id', 'number'])
    .executeTakeFirst()
}

export async function keepMeeting(
  trx: Trx,
  meeting: CallMeeting & {
    tableId: string
    roomId: string
    calledBy: string
    remindedAt: Date | null
  },
): Promise<{ id: string; number: number }> {
  return trx
    .insertInto('meetings')
    .values({
      tableId: meeting.tableId,
      consultationId: meeting.consultationId,
      roomId: meeting.roomId,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from meetings where table_id = ${meeting.tableId})`,
      ...asKept(meeting),
      remindedAt: meeting.remindedAt,
      calledBy: meeting.calledBy,
      clientId: meeting.clientId ?? null,
    })
    .returning(['id', 'number'])
    .executeTakeFirstOrThrow()
}

/** A meeting as its form was filled in. */
function asKept(asked: Omit<EditMeeting, 'meetingId'>) {
  return {
    title: byLanguage({ it: asked.titleIt, en: asked.titleEn, fr: asked.titleFr, ar: asked.titleAr }),
    startsAt: asked.startsAt,
    endsAt: asked.endsAt,
    place: asked.place ?? '',
    languages: asked.languages.length > 0 ? [...new Set(asked.languages)] : ['it'],
    quorum: asked.quorum,
    seatSeconds: asked.seatMinutes === undefined ? null : asked.seatMinutes * 60,
    showsNames: asked.showsNames === 'yes',
  }
}

/** Keeps what is new and raises the revision; answers nothing when nothing was, or else what those called must know. */
export async function keepMeetingChanged(
  trx: Trx,
  asked: EditMeeting,
  remindedAt: Date | null,
): Promise<{ isMoved: boolean; isToTell: boolean } | undefined> {
  const kept = asKept(asked)
  const { rows } = await sql<{ isMoved: boolean; isToTell: boolean }>`
    update meetings m set title = ${kept.title}, starts_at = ${kept.startsAt}, ends_at = ${kept.endsAt},
      place = ${kept.place}, languages = ${kept.languages}, quorum = ${kept.quorum}, seat_seconds = ${kept.seatSeconds},
      shows_names = ${kept.showsNames}, revision = m.revision + 1,
      reminded_at = case when m.starts_at = ${kept.startsAt} then m.reminded_at else ${remindedAt}::timestamptz end
    from meetings before
    where m.id = ${asked.meetingId} and before.id = m.id
      and (m.title, m.starts_at, m.ends_at, m.place, m.languages, m.quorum, m.seat_seconds, m.shows_names) is distinct from
        (${kept.title}::jsonb, ${kept.startsAt}::timestamptz, ${kept.endsAt}::timestamptz, ${kept.place}::text,
         ${kept.languages}::text[], ${kept.quorum}::int, ${kept.seatSeconds}::int, ${kept.showsNames}::boolean)
    returning (before.starts_at, before.ends_at) is distinct from (m.starts_at, m.ends_at) as is_moved,
      (before.title, before.starts_at, before.ends_at, before.place) is distinct from (m.title, m.starts_at, m.ends_at, m.place)
        as is_to_tell`.execute(trx)
  return rows[0]
}

/** Called off. What was on its agenda waits for a later meeting. */
export async function keepCancelled(trx: Trx, meetingId: string, reason: string, now: Date): Promise<void> {
  await sql`update meetings set state = 'cancelled', cancelled_at = ${now}, cancel_reason = ${reason},
    revision = revision + 1 where id = ${meetingId}`.execute(trx)
  await sql`update agenda_items set state = 'carried'
    where meeting_id = ${meetingId} and state = 'waiting' and removed_at is null`.execute(trx)
}

/** The room of a meeting, locked so that two of its meetings do not open at once. */
export async function findRoomToOpen(trx: Trx, roomId: string) {
  await sql`select from rooms where id = ${roomId} for no key update`.execute(trx)
  const { rows } = await sql<{ isClosed: boolean; isTaken: boolean }>`
    select r.closed_at is not null or c.closed_at is not null as is_closed,
      exists (select 1 from meetings m where m.room_id = r.id and m.state = 'open') as is_taken
    from rooms r join consultations c on c.id = r.consultation_id where r.id = ${roomId}`.execute(trx)
  return rows[0] ?? { isClosed: true, isTaken: false }
}

export async function keepClosing(trx: Trx, meetingId: string, now: Date): Promise<void> {
  await trx
    .updateTable('meetings')
    .set({ state: 'closed', closedAt: now })
    .where('id', '=', meetingId)
    .execute()
}

export async function keepOpening(trx: Trx, meetingId: string, now: Date): Promise<void> {
  await trx
    .updateTable('meetings')
    .set({ state: 'open', openedAt: now })
    .where('id', '=', meetingId)
    .execute()
}
