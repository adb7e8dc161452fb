import { sql } from 'kysely'
import type { Reader } from '#db/database.ts'
import { visibleTo } from '../consultations/index.ts'
import type { Phase } from '../consultations/words.ts'
import type { Actor } from '../ground.ts'
import { regionOf } from '../territories/index.ts'
import type { TableShown } from './contract.ts'

type Found = {
  regions: { code: string; open: number }[]
  consultations: {
    id: string
    title: unknown
    table: unknown
    phase: Phase | null
    phaseEndsOn: string | null
  }[]
  deadlines: {
    kind: 'phase-ends' | 'answer-due'
    on: string
    consultationId: string
    title: unknown
    phase: Phase | null
    isOverdue: boolean
  }[]
  briefs: { id: string; year: number; number: number; title: unknown; publishedAt: string }[]
  answers: {
    proposalId: string
    title: string
    language: string
    outcome: string
    body: string
    givenAt: string
  }[]
  table: (Omit<TableShown, 'name'> & { name: unknown }) | null
  moderates: boolean
  answersFor: boolean
  updatedAt: Date | null
}

/** The whole page in one statement, because it is the page that a surge meets first. */
export async function showHome(db: Reader, actor: Actor, day: string): Promise<Found> {
  const me = actor.kind === 'person' ? actor.id : null
  const { rows } = await sql<Found>`
    with seen as materialized (
      select consultations.*, ${regionOf(sql`tables.territory_code`)} as region_code, tables.name as table_name,
        running.phase, running.ends_on as phase_ends_on
      from consultations
      join tables on tables.id = consultations.table_id
      left join consultation_phases running on running.consultation_id = consultations.id
        and running.starts_on <= ${day}::date and running.ends_on >= ${day}::date
      where ${visibleTo(actor)}
    ),
    open as (select * from seen where closed_at is null),
    picture as (
      select id, name from (
        select t.id, t.name, exists (
            select 1 from mandates m join seats s on s.id = m.seat_id
            where s.table_id = t.id and m.person_id = ${me}::uuid and m.starts_on <= ${day}::date and (m.ends_on is null or m.ends_on >= ${day}::date)
          ) as mine,
          (select max(open.opened_at) from open where open.table_id = t.id) as moved
        from tables t) each
      order by mine desc, moved desc nulls last, id limit 1
    )
    select
      coalesce((select json_agg(json_build_object('code', region_code, 'open', n)) from
        (select region_code, count(*)::int as n from open where region_code is not null group by 1) counted), '[]') as regions,
      coalesce((select json_agg(json_build_object('id', id, 'title', title, 'table', table_name, 'phase', phase, 'phaseEndsOn', phase_ends_on)) from
        (select * from open order by phase_ends_on nulls last, opened_at desc limit 6) few), '[]') as consultations,
      coalesce((select json_agg(json_build_object('kind', kind, 'on', on_day, 'consultationId', id, 'title', title, 'phase', phase, 'isOverdue', on_day < ${day}::date) order by on_day) from
        (select kind, on_day, id, title, phase from (
           select 'phase-ends' as kind, phase_ends_on as on_day, id, title, phase from open where phase_ends_on is not null
           union all
           select 'answer-due', min(r.due_on), seen.id, seen.title, null
             from answer_requests r join proposals p on p.id = r.proposal_id and p.state <> 'withdrawn'
               join seen on seen.id = p.consultation_id
             where r.settled_at is null group by seen.id, seen.title
         ) due order by on_day limit 6) few), '[]') as deadlines,
      coalesce((select json_agg(json_build_object('id', id, 'year', year, 'number', number, 'title', title, 'publishedAt', published_at) order by published_at desc) from
        (select b.id, b.year, b.number, seen.title, b.published_at from briefs b join seen on seen.id = b.consultation_id
          where not exists (select 1 from briefs newer where newer.supersedes_id = b.id)
          order by b.published_at desc limit 3) few), '[]') as briefs,
      coalesce((select json_agg(json_build_object('proposalId', proposal_id, 'title', title, 'language', language, 'outcome', outcome, 'body', body, 'givenAt', given_at) order by given_at desc) from
        (select a.proposal_id, v.title, v.language, a.outcome, o.name as body, a.given_at
          from answers a
          join answer_requests r on r.proposal_id = a.proposal_id
          join organisations o on o.id = r.organisation_id
          join proposals p on p.id = a.proposal_id
          join proposal_versions v on v.proposal_id = p.id and v.version = p.version
          join seen on seen.id = p.consultation_id
          order by a.given_at desc limit 3) few), '[]') as answers,
      (select json_build_object('id', picture.id, 'name', picture.name, 'seats', coalesce((
          select json_agg(json_build_object('id', s.id, 'kind', s.kind, 'endsOn', s.ends_on,
              'endingSoon', s.ends_on is not null and s.ends_on < ${day}::date + 60,
              'holder', case when exists (select 1 from mandates m where m.seat_id = s.id
                and m.starts_on <= ${day}::date and (m.ends_on is null or m.ends_on >= ${day}::date)) then o.name end) order by s.kind, o.name)
          from seats s join organisations o on o.id = s.organisation_id
          where s.table_id = picture.id and s.starts_on <= ${day}::date and (s.ends_on is null or s.ends_on >= ${day}::date)), '[]'))
        from picture) as "table",
      exists (select 1 from table_officers f where f.person_id = ${me}::uuid and f.office = 'moderator' and f.ended_at is null) as moderates,
      exists (select 1 from answer_requests r join organisations o on o.id = r.organisation_id
        join proposals asked on asked.id = r.proposal_id and asked.state <> 'withdrawn' where r.settled_at is null and (
        exists (select 1 from organisation_members m where m.organisation_id = o.id and m.person_id = ${me}::uuid
          and m.left_at is null and m.role = 'representative')
        or (o.kind in ('public-body', 'health-body', 'school') and exists (select 1 from territory_officials f
          where f.person_id = ${me}::uuid and f.territory_code = o.region_code)))) as answers_for,
      (select max(at) from (
        select max(opened_at) as at from seen union all select max(published_at) from briefs b join seen on seen.id = b.consultation_id
      ) changes) as updated_at`.execute(db)
  const row = rows[0]
  if (!row) throw new Error('A select without a from answers one row')
  return row
}
