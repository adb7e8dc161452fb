import { sql } from 'kysely'
import type { Database, Reader, Trx } from '#db/database.ts'
import type { ByLanguage } from '../by-language.ts'
import { visibleTo } from '../consultations/index.ts'
import type { Actor, Language } from '../ground.ts'
import type { MeetingState } from './words.ts'

/** What is told of a meeting to those who are called to it. */
export type MeetingTold = {
  id: string
  roomId: string
  number: number
  title: ByLanguage
  state: MeetingState
  startsAt: Date
  endsAt: Date
  place: string
  revision: number
  cancelReason: string
  isMembersOnly: boolean
}

const toldColumns = sql`m.id, m.room_id, m.number, m.title, m.state, m.starts_at, m.ends_at, m.place, m.revision,
  m.cancel_reason, consultations.visibility = 'members' as is_members_only`

export async function findTold(trx: Trx, meetingId: string): Promise<MeetingTold> {
  const { rows } = await sql<MeetingTold>`select ${toldColumns}
    from meetings m join consultations on consultations.id = m.consultation_id where m.id = ${meetingId}`.execute(
    trx,
  )
  if (!rows[0]) throw new Error(`No meeting ${meetingId}`)
  return rows[0]
}

/** For the calendar of whoever may see the meeting. */
export async function findToldTo(
  db: Reader,
  actor: Actor,
  meetingId: string,
): Promise<MeetingTold | undefined> {
  const { rows } = await sql<MeetingTold>`select ${toldColumns}
    from meetings m join consultations on consultations.id = m.consultation_id
    where m.id = ${meetingId} and ${visibleTo(actor)}`.execute(db)
  return rows[0]
}

export type Invited = { personId: string; email: string; language: Language }

/** Everybody who is called: each once, in one order. */
export async function listInvited(db: Reader, meetingId: string): Promise<Invited[]> {
  const { rows } = await sql<Invited>`select p.id as person_id, p.email, p.language
    from invited_to_meetings i join people p on p.id = i.person_id
    where i.meeting_id = ${meetingId} and p.email is not null order by p.id`.execute(db)
  return rows
}

/** A meeting that begins before a moment and of which nobody was reminded, marked so that no other node takes it. */
export async function takeToRemind(trx: Trx, now: Date, before: Date): Promise<MeetingTold | undefined> {
  const { rows } = await sql<MeetingTold>`
    with taken as (
      update meetings set reminded_at = ${now} where id = (
        select id from meetings where state = 'called' and reminded_at is null and starts_at > ${now} and starts_at <= ${before}
        order by starts_at limit 1 for no key update skip locked)
      returning *)
    select ${toldColumns} from taken m join consultations on consultations.id = m.consultation_id`.execute(
    trx,
  )
  return rows[0]
}

export async function isAnyToRemind(db: Database, now: Date, before: Date): Promise<boolean> {
  const { rows } = await sql<{ due: boolean }>`select exists (select 1 from meetings
    where state = 'called' and reminded_at is null and starts_at > ${now} and starts_at <= ${before}) as due`.execute(
    db,
  )
  return rows[0]?.due ?? false
}
