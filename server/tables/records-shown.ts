import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '#db/database.ts'
import { phaseOn, visibleTo } from '../consultations/index.ts'
import type { Actor } from '../ground.ts'
import { codesWithin } from '../territories/index.ts'
import type { SeatShown, TableListed, TableShown } from './contract.ts'
import type { MandatePart } from './words.ts'

/** A term that ended in the course of the day. */
function isCutShort(endedAt: RawBuilder<unknown>, day: string) {
  return sql`(${endedAt} at time zone 'Europe/Rome')::date = ${day}::date`
}

// A mandate's last day is counted; a term begins before or on the day.
function inForce(term: 's' | 'm', day: string) {
  return term === 's'
    ? sql`s.starts_on <= ${day}::date and (s.ends_on is null or s.ends_on >= ${day}::date)`
    : sql`m.starts_on <= ${day}::date and (m.ends_on is null or m.ends_on >= ${day}::date)`
}

function fills(part: MandatePart, day: string) {
  return sql`(select json_build_object('name', p.name, 'endsOn', m.ends_on) from mandates m join people p on p.id = m.person_id
    where m.seat_id = s.id and m.part = ${part} and ${inForce('m', day)} order by m.starts_on desc limit 1)`
}

/** Who filled a seat on a day until an hour of it, the earliest first; not who was only appointed anew to the same. */
function filledBefore(day: string) {
  return sql`coalesce((select json_agg(json_build_object('name', p.name, 'part', m.part, 'until', m.ended_at) order by m.ended_at, m.part, m.id)
    from mandates m join people p on p.id = m.person_id where m.seat_id = s.id and ${isCutShort(sql`m.ended_at`, day)}
      and not exists (select 1 from mandates again where again.seat_id = m.seat_id and again.part = m.part and again.person_id = m.person_id
        and again.starts_on <= ${day}::date and (again.ends_on is null or again.ends_on >= ${day}::date))), '[]')`
}

/** A table with its officers, and the seats in force on a day with who fills them. */
export async function findTable(db: Reader, tableId: string, on: string) {
  return db
    .selectFrom('tables')
    .leftJoin('territories', 'territories.code', 'tables.territoryCode')
    .where('tables.id', '=', tableId)
    .select([
      'tables.id',
      'tables.name',
      'tables.purpose',
      'tables.territoryCode',
      'territories.name as territory',
      sql<TableShown['officers']>`coalesce((
        select json_agg(json_build_object('personId', p.id, 'name', case when o.is_awaited then '' else p.name end, 'office', o.office)
          order by o.office, o.appointed_at, o.id)
        from table_officers o join people p on p.id = o.person_id
        where o.table_id = tables.id and o.ended_at is null), '[]')`.as('officers'),
      sql<Omit<SeatShown, 'isEndingSoon'>[]>`coalesce((
        select json_agg(json_build_object('id', s.id, 'kind', s.kind, 'organisationId', g.id, 'organisation', g.name,
          'holder', ${fills('holder', on)}, 'alternate', ${fills('alternate', on)}, 'actNumber', s.act_number,
          'before', ${filledBefore(on)}, 'actDate', s.act_date, 'startsOn', s.starts_on, 'endsOn', s.ends_on,
          'endedAt', case when ${isCutShort(sql`s.ended_at`, on)} then s.ended_at end) order by s.kind, g.folded, s.id)
        from seats s join organisations g on g.id = s.organisation_id
        where s.table_id = tables.id and (${inForce('s', on)} or ${isCutShort(sql`s.ended_at`, on)})), '[]')`.as(
        'seats',
      ),
    ])
    .executeTakeFirst()
}

/** The newest consultations of a table that this person may see. */
export async function listConsultationsOf(db: Reader, actor: Actor, tableId: string, day: string) {
  return db
    .selectFrom('consultations')
    .where('consultations.tableId', '=', tableId)
    .where(visibleTo(actor))
    .orderBy('consultations.openedAt', 'desc')
    .limit(50)
    .select(['consultations.id', 'consultations.title', 'consultations.closedAt', phaseOn(day).as('phase')])
    .execute()
}

export async function listTableRows(db: Reader, territory: string | undefined, day: string) {
  let rows = db
    .selectFrom('tables')
    .leftJoin('territories as own', 'own.code', 'tables.territoryCode')
    .leftJoin('territories as wider', 'wider.code', 'own.parentCode')
    .leftJoin('territories as widest', 'widest.code', 'wider.parentCode')
  if (territory !== undefined) rows = rows.where('tables.territoryCode', 'in', codesWithin(db, territory))
  return rows
    .orderBy(sql`coalesce(widest.name, wider.name, own.name) nulls first`)
    .orderBy(sql`own.level nulls first`)
    .orderBy('tables.createdAt')
    .limit(300)
    .select([
      'tables.id',
      'tables.name',
      'tables.territoryCode',
      'own.name as territory',
      sql<string | null>`coalesce(widest.code, wider.code, own.code)`.as('regionCode'),
      sql<string | null>`coalesce(widest.name, wider.name, own.name)`.as('region'),
      sql<TableListed['seats']>`coalesce((
        select json_agg(json_build_object('id', s.id, 'kind', s.kind, 'endsOn', s.ends_on,
          'holder', ${fills('holder', day)} ->> 'name') order by s.kind, s.id)
        from seats s where s.table_id = tables.id and ${inForce('s', day)}), '[]')`.as('seats'),
    ])
    .execute()
}

export async function findSeat(db: Reader, seatId: string) {
  return db
    .selectFrom('seats')
    .innerJoin('tables', 'tables.id', 'seats.tableId')
    .innerJoin('organisations', 'organisations.id', 'seats.organisationId')
    .where('seats.id', '=', seatId)
    .select([
      'seats.id',
      'seats.tableId',
      'tables.name as table',
      'seats.organisationId',
      'organisations.name as organisation',
      'seats.kind',
      'seats.actNumber',
      'seats.actDate',
      'seats.startsOn',
      'seats.endsOn',
      'seats.endedAt',
      'seats.endReason',
      sql<
        {
          id: string
          part: MandatePart
          name: string
          actNumber: string
          actDate: string
          startsOn: string
          endsOn: string | null
          endedAt: string | null
          endReason: string | null
        }[]
      >`coalesce((select json_agg(json_build_object('id', m.id, 'part', m.part, 'name', p.name, 'actNumber', m.act_number,
          'actDate', m.act_date, 'startsOn', m.starts_on, 'endsOn', m.ends_on, 'endedAt', m.ended_at, 'endReason', m.end_reason)
          order by m.starts_on desc, m.created_at desc, m.part, m.id)
        from mandates m join people p on p.id = m.person_id
        where m.seat_id = seats.id and (m.ends_on is null or m.ends_on >= m.starts_on or m.ended_at is not null)), '[]')`.as(
        'mandates',
      ),
    ])
    .executeTakeFirst()
}

export async function listMembersOf(db: Reader, organisationId: string) {
  return db
    .selectFrom('organisationMembers')
    .innerJoin('people', 'people.id', 'organisationMembers.personId')
    .where('organisationId', '=', organisationId)
    .where('leftAt', 'is', null)
    .orderBy('people.name')
    .orderBy('people.id')
    .limit(500)
    .select(['people.id', 'people.name'])
    .execute()
}

export async function listVerifiedOrganisations(db: Reader) {
  return db
    .selectFrom('organisations')
    .where('state', '=', 'verified')
    .orderBy('folded')
    .limit(2000)
    .select(['id', 'name'])
    .execute()
}

export async function findTableName(db: Reader, tableId: string) {
  return db.selectFrom('tables').where('id', '=', tableId).select('name').executeTakeFirst()
}

export async function findOrganisation(db: Reader, organisationId: string) {
  return db
    .selectFrom('organisations')
    .where('id', '=', organisationId)
    .select('name')
    .executeTakeFirstOrThrow()
}

export async function listOfficers(db: Reader, tableId: string) {
  return db
    .selectFrom('tableOfficers')
    .innerJoin('people', 'people.id', 'tableOfficers.personId')
    .where('tableId', '=', tableId)
    .where('endedAt', 'is', null)
    .orderBy('office')
    .orderBy('appointedAt')
    .orderBy('tableOfficers.id')
    .select([
      'people.id as personId',
      sql<string>`coalesce(case when not is_awaited then nullif(people.name, '') end, people.email, '')`.as(
        'name',
      ),
      'tableOfficers.office',
      'tableOfficers.appointedAt as since',
    ])
    .execute()
}
