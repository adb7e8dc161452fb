import { sql } from 'kysely'
import type { Reader, Trx } from '#db/database.ts'
import { visibleTo } from '../consultations/index.ts'
import type { Actor } from '../ground.ts'
import type { MinutesPart } from './words.ts'

export type MinutesHeld = {
  meetingId: string
  tableId: string
  openedAt: Date | null
  closedAt: Date | null
  isApproved: boolean
  /** Corrections that the chair has not answered, and votes that are not counted yet. */
  unsettled: number
  uncounted: number
}

/** The minutes of a meeting that was held; its row is locked by the act that asks, if it writes. */
export async function findHeld(db: Reader, meetingId: string): Promise<MinutesHeld | undefined> {
  const { rows } = await sql<MinutesHeld>`
    select m.id as meeting_id, m.table_id, m.opened_at, m.closed_at,
      exists (select 1 from minutes k where k.meeting_id = m.id) as is_approved,
      (select count(*)::int from minutes_corrections c where c.meeting_id = m.id and c.settled_at is null) as unsettled,
      (select count(*)::int from ballots b where b.meeting_id = m.id and b.state in ('planned', 'open')) as uncounted
    from meetings m where m.id = ${meetingId} and m.state in ('open', 'closed')`.execute(db)
  return rows[0]
}

export async function listItemIds(db: Reader, meetingId: string): Promise<{ id: string }[]> {
  return db
    .selectFrom('agendaItems')
    .where('meetingId', '=', meetingId)
    .where('removedAt', 'is', null)
    .select('id')
    .execute()
}

export async function findAsked(trx: Trx, personId: string, clientId: string | undefined) {
  if (!clientId) return undefined
  return trx
    .selectFrom('minutesCorrections')
    .where('askedBy', '=', personId)
    .where('clientId', '=', clientId)
    .select('id')
    .executeTakeFirst()
}

export async function keepCorrection(
  trx: Trx,
  correction: {
    meetingId: string
    part: MinutesPart
    itemId: string | null
    seatId: string
    askedBy: string
    says: string
    shouldSay: string
    language: string
    askedAt: Date
    clientId: string | null
  },
): Promise<string> {
  const { id } = await trx
    .insertInto('minutesCorrections')
    .values(correction)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function findMeetingOfCorrection(db: Reader, correctionId: string): Promise<string | undefined> {
  const found = await db
    .selectFrom('minutesCorrections')
    .where('id', '=', correctionId)
    .select('meetingId')
    .executeTakeFirst()
  return found?.meetingId
}

export async function findCorrection(db: Reader, correctionId: string) {
  return db
    .selectFrom('minutesCorrections')
    .where('id', '=', correctionId)
    .select(['id', 'isAccepted', 'reason'])
    .executeTakeFirstOrThrow()
}

export async function keepSettled(
  trx: Trx,
  correctionId: string,
  settled: {
    isAccepted: boolean
    reason: string
    reasonLanguage: string
    settledBy: string
    settledAt: Date
  },
): Promise<void> {
  await trx.updateTable('minutesCorrections').set(settled).where('id', '=', correctionId).execute()
}

/** One's minutes of a table are numbered at a time. */
export async function holdNumbering(trx: Trx, tableId: string): Promise<void> {
  await trx.selectFrom('tables').where('id', '=', tableId).select('id').forNoKeyUpdate().execute()
}

export async function nextNumber(trx: Trx, tableId: string, year: number): Promise<number> {
  const { last } = await trx
    .selectFrom('minutes')
    .where('tableId', '=', tableId)
    .where('year', '=', year)
    .select(({ fn }) => fn.max('number').as('last'))
    .executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}

export async function keepMinutes(
  trx: Trx,
  minutes: {
    meetingId: string
    tableId: string
    year: number
    number: number
    canonical: string
    sha256: string
    approvedIn: string
    approvedBy: string
    approvedAt: Date
  },
): Promise<void> {
  await trx.insertInto('minutes').values(minutes).execute()
}

export async function findApproved(db: Reader, meetingId: string) {
  return db
    .selectFrom('minutes')
    .where('meetingId', '=', meetingId)
    .select(['canonical', 'sha256', 'year', 'number', 'approvedAt', 'approvedIn'])
    .executeTakeFirst()
}

/** A meeting of the table that is open now and began after another had closed; the one that can approve its minutes. */
export async function findMeetingToApproveIn(
  db: Reader,
  actor: Actor,
  minutes: { tableId: string; closedAt: Date },
) {
  return db
    .selectFrom('meetings')
    .innerJoin('consultations', 'consultations.id', 'meetings.consultationId')
    .where('meetings.tableId', '=', minutes.tableId)
    .where('meetings.state', '=', 'open')
    .where('meetings.openedAt', '>=', minutes.closedAt)
    .where(visibleTo(actor))
    .orderBy('meetings.openedAt')
    .select(['meetings.id', 'meetings.number'])
    .executeTakeFirst()
}

export async function findOpenedAt(db: Reader, meetingId: string): Promise<Date | null> {
  const found = await db
    .selectFrom('meetings')
    .where('id', '=', meetingId)
    .select('openedAt')
    .executeTakeFirst()
  return found?.openedAt ?? null
}
