import { sql } from 'kysely'
import type { Reader } from '#db/database.ts'
import type { Correction, MinutesContent, Texts } from './contract.ts'

export type MeetingFrame = Pick<MinutesContent, 'table' | 'consultation' | 'officers'> & {
  id: string
  roomId: string
  number: number
  title: Texts
  place: string
  plannedFrom: Date
  plannedTo: Date
  openedAt: Date
  closedAt: Date | null
  showsNames: boolean
  quorum: number
}

/** The meeting, its table and its consultation, and who held the table's offices while it sat. */
export async function findFrame(db: Reader, meetingId: string): Promise<MeetingFrame> {
  const { rows } = await sql<MeetingFrame>`
    select m.id, m.room_id, m.number, m.title, m.place, m.starts_at as planned_from, m.ends_at as planned_to, m.opened_at, m.closed_at,
      m.shows_names, m.quorum,
      json_build_object('id', t.id, 'name', t.name, 'territory', y.name) as "table",
      json_build_object('id', c.id, 'title', c.title, 'isPublic', c.visibility = 'public') as consultation,
      coalesce((select json_agg(json_build_object('office', o.office, 'name', case when m.shows_names then p.name end)
          order by o.office, o.appointed_at, o.id)
        from table_officers o join people p on p.id = o.person_id
        where o.table_id = t.id and o.office in ('chair', 'secretary')
          and o.appointed_at <= coalesce(m.closed_at, m.opened_at) and (o.ended_at is null or o.ended_at > m.opened_at)), '[]') as officers
    from meetings m join tables t on t.id = m.table_id join consultations c on c.id = m.consultation_id
      left join territories y on y.code = t.territory_code
    where m.id = ${meetingId}`.execute(db)
  const row = rows[0]
  if (!row) throw new Error(`No meeting ${meetingId}`)
  return row
}

/** Minutes that this meeting approved, those that whoever reads these may know of. */
export async function listApprovedIn(db: Reader, meetingId: string): Promise<MinutesContent['approved']> {
  const { rows } = await sql<MinutesContent['approved'][number]>`
    select k.number, k.year, e.number as meeting_number
    from minutes k join meetings e on e.id = k.meeting_id join consultations c on c.id = e.consultation_id
      join meetings m on m.id = k.approved_in
    where k.approved_in = ${meetingId} and (c.visibility = 'public' or c.id = m.consultation_id)
    order by k.approved_at, e.number`.execute(db)
  return rows
}

export type ItemTurn = { itemId: string; name: string; at: Date }

/** When the clock of each item was set going and stopped, in order. */
export async function listItemTurns(db: Reader, roomId: string, itemIds: string[]): Promise<ItemTurn[]> {
  if (itemIds.length === 0) return []
  const { rows } = await sql<ItemTurn>`
    select e.about_id as item_id, e.name, e.at from events e
    where e.about_id = any(${itemIds}::uuid[]) and e.stream_id = ${roomId}
      and e.name in ('item-started', 'item-resumed', 'item-paused', 'item-stopped', 'item-closed', 'item-carried')
    order by e.seq`.execute(db)
  return rows
}

type CorrectionRow = Omit<Correction, 'askedAt' | 'reason'> & {
  askedAt: Date
  reason: string
  reasonLanguage: string | null
}

export async function listCorrections(db: Reader, meetingId: string): Promise<Correction[]> {
  const { rows } = await sql<CorrectionRow>`
    select k.id, k.part, k.item_id, g.name as organisation, k.says, k.should_say, k.language, k.asked_at, k.is_accepted,
      k.reason, k.reason_language
    from minutes_corrections k join seats s on s.id = k.seat_id join organisations g on g.id = s.organisation_id
    where k.meeting_id = ${meetingId} order by k.asked_at, k.id`.execute(db)
  return rows.map(({ askedAt, reason, reasonLanguage, ...row }) => ({
    ...row,
    askedAt: askedAt.toISOString(),
    reason: reasonLanguage ? { text: reason, language: reasonLanguage } : null,
  }))
}
