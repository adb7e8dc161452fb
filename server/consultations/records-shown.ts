import { sql } from 'kysely'
import type { Reader } from '#db/database.ts'
import type { ByLanguage } from '../by-language.ts'
import type { Actor } from '../ground.ts'
import { codesWithin } from '../territories/index.ts'
import type { ConsultationShown, DatedPhase, Figures } from './contract.ts'
import { phaseOn, visibleTo } from './records.ts'
import { consultationsOnPage, figuresUpTo, type Phase, phases, type Stage } from './words.ts'

/** All that a consultation's own page shows, in one statement. */
export async function findShown(db: Reader, actor: Actor, consultationId: string, day: string, now: Date) {
  return db
    .selectFrom('consultations')
    .innerJoin('rooms', 'rooms.consultationId', 'consultations.id')
    .innerJoin('tables', 'tables.id', 'consultations.tableId')
    .leftJoin('territories', 'territories.code', 'tables.territoryCode')
    .innerJoin('organisations', 'organisations.id', 'consultations.answeringOrganisationId')
    .where('consultations.id', '=', consultationId)
    .where(visibleTo(actor))
    .select([
      'consultations.id',
      'consultations.title',
      'consultations.summary',
      'consultations.goal',
      'consultations.visibility',
      'consultations.participation',
      'consultations.openedAt',
      'consultations.closedAt',
      'consultations.answerDueOn',
      'rooms.id as roomId',
      'tables.id as tableId',
      'tables.name as tableName',
      'tables.territoryCode',
      'territories.name as territory',
      'organisations.id as answeringId',
      'organisations.name as answeringName',
      phaseOn(day).as('phase'),
      sql<
        DatedPhase[]
      >`(select json_agg(json_build_object('phase', p.phase, 'startsOn', p.starts_on, 'endsOn', p.ends_on) order by p.phase)
        from consultation_phases p where p.consultation_id = consultations.id)`.as('phases'),
      seatsOf(day).as('seats'),
      figures(now).as('figures'),
    ])
    .executeTakeFirst()
}

function seatsOf(day: string) {
  return sql<ConsultationShown['seats']>`coalesce((
    select json_agg(json_build_object('id', s.id, 'kind', s.kind, 'organisation', g.name, 'endsOn', s.ends_on, 'holder',
      (select p.name from mandates m join people p on p.id = m.person_id
        where m.seat_id = s.id and m.part = 'holder' and m.starts_on <= ${day}::date and (m.ends_on is null or m.ends_on >= ${day}::date)
        order by m.starts_on desc limit 1)) order by s.kind, g.folded, s.id)
    from seats s join organisations g on g.id = s.organisation_id
    where s.table_id = tables.id and s.starts_on <= ${day}::date and (s.ends_on is null or s.ends_on >= ${day}::date)), '[]')`
}

// Each count stops at its limit: none reads more as the consultation grows.
function figures(now: Date) {
  const few = figuresUpTo
  return sql<Figures>`json_build_object(
    'needs', (select count(*) from (select 1 from needs n
      where n.consultation_id = consultations.id and n.state = 'posted' and n.hidden_at is null limit ${few}) few),
    'organisations', (select count(distinct few.organisation_id) from (select n.organisation_id from needs n
      where n.consultation_id = consultations.id and n.state = 'posted' and n.hidden_at is null and n.organisation_id is not null
      limit ${figuresUpTo * 10}) few),
    'proposals', (select count(*) from (select 1 from proposals p
      where p.consultation_id = consultations.id and p.state not in ('draft', 'withdrawn') limit ${few}) few),
    'briefs', (select count(*) from (select 1 from briefs b where b.consultation_id = consultations.id limit ${few}) few),
    'openVotes', (select count(*) from (select 1 from ballots b where b.consultation_id = consultations.id and b.state = 'open'
      union all select 1 from polls p where p.consultation_id = consultations.id and p.state = 'open' limit ${few}) few),
    'openSurveys', (select count(*) from (select 1 from surveys s where s.consultation_id = consultations.id
      and s.state = 'open' and s.opens_at <= ${now} and s.closes_at > ${now} limit ${few}) few))`
}

export async function listRows(
  db: Reader,
  actor: Actor,
  asked: {
    territory?: string | undefined
    stage: Stage
    tableId?: string | undefined
    after?: string | undefined
  },
  day: string,
) {
  let rows = db
    .selectFrom('consultations')
    .innerJoin('tables', 'tables.id', 'consultations.tableId')
    .leftJoin('territories', 'territories.code', 'tables.territoryCode')
    .where(visibleTo(actor))
    .where('consultations.closedAt', asked.stage === 'closed' ? 'is not' : 'is', null)
  if (isPhase(asked.stage)) rows = rows.where(phaseOn(day), '=', asked.stage)
  if (asked.tableId !== undefined) rows = rows.where('consultations.tableId', '=', asked.tableId)
  if (asked.territory === 'interregional') rows = rows.where('tables.territoryCode', 'is', null)
  else if (asked.territory !== undefined)
    rows = rows.where('tables.territoryCode', 'in', codesWithin(db, asked.territory))
  if (asked.after !== undefined)
    rows = rows.where(
      sql<boolean>`(consultations.opened_at, consultations.id) <
        (select consultations.opened_at, consultations.id from consultations
          where consultations.id::text = ${asked.after} and ${visibleTo(actor)})`,
    )
  return rows
    .orderBy('consultations.openedAt', 'desc')
    .orderBy('consultations.id', 'desc')
    .limit(consultationsOnPage + 1)
    .select([
      'consultations.id',
      'consultations.title',
      'consultations.summary',
      'consultations.visibility',
      'consultations.answerDueOn',
      'consultations.closedAt',
      'consultations.tableId',
      sql<ByLanguage>`tables.name`.as('table'),
      'territories.name as territory',
      sql<{
        phase: Phase
        endsOn: string
      } | null>`(select json_build_object('phase', dated.phase, 'endsOn', dated.ends_on)
        from consultation_phases dated where dated.consultation_id = consultations.id
          and dated.starts_on <= ${day}::date and dated.ends_on >= ${day}::date)`.as('now'),
      sql<string | null>`(select nullif(greatest(min(dated.starts_on), ${day}::date), ${day}::date)
        from consultation_phases dated where dated.consultation_id = consultations.id)`.as('beginsOn'),
    ])
    .execute()
}

function isPhase(stage: Stage): stage is Phase {
  return phases.some((phase) => phase === stage)
}

export async function listPeople(db: Reader, consultationId: string) {
  const admitted = await db
    .selectFrom('consultationMembers')
    .innerJoin('people', 'people.id', 'consultationMembers.personId')
    .where('consultationId', '=', consultationId)
    // Not by name: the place of an address in the list would tell the name behind it.
    .orderBy('addedAt')
    .orderBy('people.id')
    .select([
      'people.id as personId',
      sql<string>`coalesce(case when not is_awaited then nullif(people.name, '') end, people.email, '')`.as(
        'name',
      ),
      'consultationMembers.addedAt',
    ])
    .execute()
  // Who is awaited as a member stays among the others too: to leave that list would tell whose address it was.
  const { rows: others } = await sql<{ personId: string; name: string }>`
    select p.id as person_id, case when exists (
        select 1 from table_officers o join consultations c on c.table_id = o.table_id
        where c.id = ${consultationId}::uuid and o.person_id = p.id and o.ended_at is null and o.is_awaited)
      then '' else p.name end as name
    from (select person_id, count(*) as ways from consultation_people
        where consultation_id = ${consultationId}::uuid group by person_id) inside
      join people p on p.id = inside.person_id
      left join consultation_members m on m.consultation_id = ${consultationId}::uuid and m.person_id = p.id
    where m.person_id is null or (m.is_awaited and inside.ways > 1)
    order by 2, 1`.execute(db)
  return { admitted, others }
}

export async function findTableToOpenAt(db: Reader, tableId: string) {
  const table = await db.selectFrom('tables').where('id', '=', tableId).select('name').executeTakeFirst()
  if (!table) return undefined
  const bodies = await db
    .selectFrom('organisations')
    .where('kind', '=', 'public-body')
    .where('state', '=', 'verified')
    .orderBy('folded')
    .limit(500)
    .select(['id', 'name'])
    .execute()
  return { name: table.name, bodies }
}
