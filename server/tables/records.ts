import { sql } from 'kysely'
import type { Reader, Trx } from '#db/database.ts'
import { Refusal } from '../refusal.ts'
import type { MandatePart, Office, SeatKind } from './words.ts'

export async function findFounded(db: Reader, personId: string, clientId: string) {
  return db
    .selectFrom('tables')
    .where('foundedBy', '=', personId)
    .where('clientId', '=', clientId)
    .select('id')
    .executeTakeFirst()
}

/** Answers nothing when the same wish of the same person was kept meanwhile. */
export async function keepTable(
  trx: Trx,
  table: {
    name: string
    purpose: string
    territoryCode: string | null
    foundedBy: string
    createdAt: Date
    clientId: string | null
  },
) {
  return trx
    .insertInto('tables')
    .values(table)
    .onConflict((conflict) => conflict.columns(['foundedBy', 'clientId']).doNothing())
    .returning('id')
    .executeTakeFirst()
}

/** Locked: appointments at one table wait for each other, so that two cannot both find the place free. */
export async function holdTable(trx: Trx, tableId: string) {
  const found = await trx
    .selectFrom('tables')
    .where('id', '=', tableId)
    .select(['id', 'territoryCode'])
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw new Refusal('unseen', 'table')
  return found
}

export async function findOfficer(db: Reader, tableId: string, office: Office, personId?: string) {
  return db
    .selectFrom('tableOfficers')
    .where('tableId', '=', tableId)
    .where('office', '=', office)
    .where('endedAt', 'is', null)
    .$if(personId !== undefined, (officers) => officers.where('personId', '=', personId ?? ''))
    .select(['id', 'personId'])
    .limit(1)
    .executeTakeFirst()
}

export async function keepOfficer(
  trx: Trx,
  officer: { tableId: string; personId: string; office: Office; appointedAt: Date },
) {
  await trx
    .insertInto('tableOfficers')
    .values({ ...officer, isAwaited: true })
    .execute()
}

export async function endOfficer(trx: Trx, officerId: string, now: Date) {
  await trx.updateTable('tableOfficers').set({ endedAt: now }).where('id', '=', officerId).execute()
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

export async function isMember(db: Reader, organisationId: string, personId: string): Promise<boolean> {
  const found = await db
    .selectFrom('organisationMembers')
    .where('organisationId', '=', organisationId)
    .where('personId', '=', personId)
    .where('leftAt', 'is', null)
    .select('personId')
    .executeTakeFirst()
  return found !== undefined
}

export async function findAppointed(db: Reader, personId: string, clientId: string) {
  return db
    .selectFrom('seats')
    .where('appointedBy', '=', personId)
    .where('clientId', '=', clientId)
    .select('id')
    .executeTakeFirst()
}

/** Whether the organisation already sits at the table on any day of a term. */
export async function hasSeatBetween(
  db: Reader,
  seat: { tableId: string; organisationId: string; startsOn: string; endsOn: string | null },
): Promise<boolean> {
  const found = await db
    .selectFrom('seats')
    .where('tableId', '=', seat.tableId)
    .where('organisationId', '=', seat.organisationId)
    .where((eb) => eb.or([eb('endsOn', 'is', null), eb('endsOn', '>=', seat.startsOn)]))
    .$if(seat.endsOn !== null, (seats) => seats.where('startsOn', '<=', seat.endsOn ?? ''))
    .select('id')
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

export async function keepSeat(
  trx: Trx,
  seat: {
    tableId: string
    organisationId: string
    kind: SeatKind
    actNumber: string
    actDate: string
    startsOn: string
    endsOn: string | null
    appointedBy: string
    createdAt: Date
    clientId: string | null
  },
) {
  return trx.insertInto('seats').values(seat).returning('id').executeTakeFirstOrThrow()
}

export async function keepMandate(
  trx: Trx,
  mandate: {
    seatId: string
    personId: string
    part: MandatePart
    actNumber: string
    actDate: string
    startsOn: string
    endsOn: string | null
    createdAt: Date
  },
) {
  return trx.insertInto('mandates').values(mandate).returning('id').executeTakeFirstOrThrow()
}

/** The seat, locked together with who fills it. */
export async function holdSeat(trx: Trx, seatId: string) {
  const found = await trx
    .selectFrom('seats')
    .where('id', '=', seatId)
    .select(['id', 'tableId', 'organisationId', 'startsOn', 'endsOn'])
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw new Refusal('unseen', 'seat')
  return found
}

/** Mandates that a new one would overlap: those of the same part, and the person's own in the other part. */
export async function listOverlapped(
  db: Reader,
  mandate: { seatId: string; part: MandatePart; personId: string; startsOn: string; endsOn: string | null },
) {
  return db
    .selectFrom('mandates')
    .where('seatId', '=', mandate.seatId)
    .where((eb) => eb.or([eb('part', '=', mandate.part), eb('personId', '=', mandate.personId)]))
    .where((eb) => eb.or([eb('endsOn', 'is', null), eb('endsOn', '>=', mandate.startsOn)]))
    .where((eb) => eb.or([eb('endsOn', 'is', null), eb('endsOn', '>=', eb.ref('startsOn'))]))
    .$if(mandate.endsOn !== null, (mandates) => mandates.where('startsOn', '<=', mandate.endsOn ?? ''))
    .select(['id', 'personId', 'part', 'startsOn', 'endsOn', 'actNumber'])
    .execute()
}

/** They end the day before the one that replaces them begins. Answers them. */
export async function replaceMandates(trx: Trx, mandateIds: string[], startsOn: string) {
  if (mandateIds.length === 0) return []
  return trx
    .updateTable('mandates')
    .set({ endsOn: sql<string>`${startsOn}::date - 1`, endReason: 'replaced' })
    .where('id', 'in', mandateIds)
    .returning(['personId', 'part', 'startsOn', 'endsOn'])
    .execute()
}

/** Answers its last day, which for a seat that never began is the one before its first. */
export async function keepSeatEnd(trx: Trx, seatId: string, day: string, endReason: string) {
  const { endsOn } = await trx
    .updateTable('seats')
    .set({ endsOn: sql<string>`greatest(starts_on - 1, ${day}::date)`, endReason })
    .where('id', '=', seatId)
    .returning('endsOn')
    .executeTakeFirstOrThrow()
  return endsOn
}

/** The seats of an organisation that last beyond a day, at whatever table. */
export async function listSeatsBeyond(trx: Trx, organisationId: string, day: string) {
  return trx
    .selectFrom('seats')
    .where('organisationId', '=', organisationId)
    .where((eb) => eb.or([eb('endsOn', 'is', null), eb('endsOn', '>', day)]))
    .orderBy('id')
    .select(['id', 'tableId', 'organisationId'])
    .execute()
}

/** Nobody fills a seat beyond its last day. Answers the mandates that were cut. */
export async function endMandatesOf(trx: Trx, seatId: string, endsOn: string) {
  return trx
    .updateTable('mandates')
    .set({
      endsOn: sql<string>`greatest(starts_on - 1, ${endsOn}::date)`,
      endReason: 'seat-ended',
    })
    .where('seatId', '=', seatId)
    .where((eb) => eb.or([eb('endsOn', 'is', null), eb('endsOn', '>', endsOn)]))
    .returning(['personId', 'part', 'startsOn', 'endsOn'])
    .execute()
}

/** The voting seats of a table that a person fills on a day, as holder or as alternate. An expired mandate is not among them. */
export async function listVotingSeats(db: Reader, personId: string, tableId: string, day: string) {
  return db
    .selectFrom('seats')
    .innerJoin('mandates', 'mandates.seatId', 'seats.id')
    .innerJoin('organisations', 'organisations.id', 'seats.organisationId')
    .where('seats.tableId', '=', tableId)
    .where('seats.kind', '=', 'voting')
    .where('mandates.personId', '=', personId)
    .where('seats.startsOn', '<=', day)
    .where((eb) => eb.or([eb('seats.endsOn', 'is', null), eb('seats.endsOn', '>=', day)]))
    .where('mandates.startsOn', '<=', day)
    .where((eb) => eb.or([eb('mandates.endsOn', 'is', null), eb('mandates.endsOn', '>=', day)]))
    .orderBy('seats.id')
    .select([
      'seats.id as seatId',
      'seats.organisationId',
      'organisations.name as organisation',
      'mandates.part',
    ])
    .execute()
}
