import { sql } from 'kysely'
import type { Reader } from '#db/database.ts'
import { standing } from '../rooms/index.ts'

type Counted = { name: string; count: number }
type Found = {
  open: number
  closed: number
  organisations: number
  people: number
  needs: number
  needsByArea: Counted[]
  needsByRegion: (Counted & { code: string })[]
  proposals: Counted[]
  answers: Counted[]
  medianDays: number | null
  awaited: number
  overdue: number
}

/** Every figure in one statement. The members-only consultations are left out, whoever asks. */
export async function countAll(db: Reader, today: string): Promise<Found> {
  const { rows } = await sql<Found>`
    with shown as materialized (select id, table_id, closed_at from consultations where visibility = 'public'),
    posted as materialized (
      select n.author_id, n.organisation_id, n.areas, n.region_code
      from needs n join shown on shown.id = n.consultation_id
      where n.state = 'posted' and n.hidden_at is null),
    said as materialized (
      select distinct m.author_id, m.organisation_id
      from messages m join rooms r on r.id = m.room_id join shown on shown.id = r.consultation_id
      where ${standing('m')}),
    proposed as materialized (
      select p.id, p.state from proposals p join shown on shown.id = p.consultation_id where p.state <> 'draft'),
    asked as (select r.* from answer_requests r join proposed on proposed.id = r.proposal_id),
    newest as (
      select distinct on (a.proposal_id) a.outcome
      from answers a join proposed on proposed.id = a.proposal_id order by a.proposal_id, a.number desc)
    select
      (select count(*)::int from shown where closed_at is null) as open,
      (select count(*)::int from shown where closed_at is not null) as closed,
      (select count(*)::int from (
        select organisation_id from posted where organisation_id is not null
        union select organisation_id from said where organisation_id is not null
        union select s.organisation_id from seats s where s.table_id in (select table_id from shown)
          and s.starts_on <= ${today}::date and (s.ends_on is null or s.ends_on >= ${today}::date)) taking_part) as organisations,
      (select count(*)::int from (
        select author_id from posted union select author_id from said
        union select v.cast_by from votes v join ballots b on b.id = v.ballot_id join shown on shown.id = b.consultation_id) everyone) as people,
      (select count(*)::int from posted) as needs,
      coalesce((select json_agg(json_build_object('name', area, 'count', n)) from
        (select area, count(*)::int as n from posted, unnest(areas) area group by area) each), '[]') as needs_by_area,
      coalesce((select json_agg(json_build_object('code', t.code, 'name', t.name, 'count', coalesce(each.n, 0))) from territories t
        left join (select region_code, count(*)::int as n from posted group by region_code) each on each.region_code = t.code
        where t.level = 'region' and (each.n > 0 or t.code in ('15', '16', '17', '18', '19'))), '[]') as needs_by_region,
      coalesce((select json_agg(json_build_object('name', state, 'count', n)) from
        (select state, count(*)::int as n from proposed group by state) each), '[]') as proposals,
      coalesce((select json_agg(json_build_object('name', outcome, 'count', n)) from
        (select outcome, count(*)::int as n from newest group by outcome) each), '[]') as answers,
      (select round(percentile_cont(0.5) within group (order by extract(epoch from settled_at - asked_at) / 86400))::int
        from asked where settled_at is not null) as median_days,
      (select count(*)::int from asked where settled_at is null and due_on >= ${today}::date) as awaited,
      (select count(*)::int from asked where settled_at is null and due_on < ${today}::date) as overdue`.execute(
    db,
  )
  const row = rows[0]
  if (!row) throw new Error('A select without a from answers one row')
  return row
}
