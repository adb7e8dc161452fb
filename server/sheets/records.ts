import { sql } from 'kysely'
import type { Reader } from '#db/database.ts'
import type { ByLanguage } from '../by-language.ts'
import { visibleTo } from '../consultations/index.ts'
import type { Actor } from '../ground.ts'

/** Where a room's sequence stands, and which meetings its sheet is about. */
export type SheetHead = {
  seq: number
  id: string | null
  tableId: string
  number: number
  title: ByLanguage
  state: 'called' | 'open'
  startsAt: Date
  endsAt: Date
  openedAt: Date | null
  quorum: number
  seatSeconds: number | null
  lastId: string | null
  lastNumber: number
  lastTitle: ByLanguage
  lastClosedAt: Date
}

/** The head of a room's sheet, where this person may see the room; `everybody` is for who is known to be in it. */
export async function findSheetHead(
  db: Reader,
  reader: Actor | 'everybody',
  roomId: string,
): Promise<SheetHead | undefined> {
  const { rows } = await sql<SheetHead>`
    select s.last_seq as seq, m.id, consultations.table_id, m.number, m.title, m.state, m.starts_at, m.ends_at, m.opened_at,
      m.quorum, m.seat_seconds, l.id as last_id, l.number as last_number, l.title as last_title, l.closed_at as last_closed_at
    from rooms join consultations on consultations.id = rooms.consultation_id join streams s on s.id = rooms.id
      left join lateral (select * from meetings where room_id = rooms.id and state in ('called', 'open')
        order by state desc, starts_at, id limit 1) m on true
      left join lateral (select * from meetings where room_id = rooms.id and state = 'closed'
        order by closed_at desc, id limit 1) l on true
    where rooms.id = ${roomId} and ${reader === 'everybody' ? sql`true` : visibleTo(reader)}`.execute(db)
  return rows[0]
}
