import { sql } from 'kysely'
import type { Reader } from '#db/database.ts'
import { visibleTo } from '../consultations/index.ts'
import type { RichDocument } from '../documents/contract.ts'
import type { Actor } from '../ground.ts'
import { Refusal } from '../refusal.ts'
import { romeDay } from '../rome-day.ts'
import type { Happening, Named, NeedHeld, NeedShown } from './contract.ts'
import type { NeedRow } from './records-list.ts'
import { isGrouped } from './records.ts'

type NeedPageRow = Omit<NeedRow, 'position' | 'excerpt'> &
  NeedHeld & {
    document: RichDocument
    survey: { id: string; title: string } | null
    concerns: string[]
    since: string | null
    tried: string
    province: string | null
    region: string
    regionCode: string
    editedAt: Date | null
    hiddenFor: NeedShown['hiddenFor']
    supportingOrganisations: Named[]
    people: number
    proposals: { id: string; number: number; title: string; language: string }[]
    iFollow: boolean
    iSupport: boolean
    mine: (Named & { supports: boolean })[]
    offices: string[]
    isAnsweringBody: boolean
  }

/** Everything of a need's page but its story, in one query. */
export async function showNeed(db: Reader, actor: Actor, needId: string, now: Date): Promise<NeedPageRow> {
  const me = actor.kind === 'person' ? actor.id : null
  const { rows } = await sql<NeedPageRow>`
    select needs.id, needs.consultation_id, consultations.title as consultation_title, consultations.table_id,
      consultations.closed_at, needs.state, needs.hidden_at, needs.read_at, needs.edited_at, needs.posted_at,
      needs.author_id, coalesce(needs.author_id = ${me}, false) as is_mine, ${isGrouped} as is_grouped, ${whyHidden(me)} as hidden_for, needs.title, needs.document, needs.language,
      needs.organisation_id, organisations.name as organisation_name, people.name as author,
      needs.territory_code, needs.region_code, territories.name as territory_name,
      (select name from territories where code = needs.province_code) as province,
      (select name from territories where code = needs.region_code) as region,
      (select json_build_object('id', surveys.id, 'title', surveys.title) from surveys where surveys.id = needs.survey_id) as survey,
      needs.areas, needs.concerns, needs.urgency, needs.since, needs.tried, needs.shown_support_count,
      needs.support_count - needs.organisation_support_count as people,
      coalesce((select json_agg(json_build_object('id', o.id, 'name', o.name) order by s.at, o.id)
        from need_supports s join organisations o on o.id = s.organisation_id where s.need_id = needs.id), '[]')
        as supporting_organisations,
      ${proposalsOf(me)} as proposals,
      ${
        me === null
          ? sql`false as i_follow, false as i_support, '[]'::json as mine, '{}'::text[] as offices, false as is_answering_body`
          : sql`
      exists (select 1 from follows f where f.person_id = ${me} and f.subject_kind = 'need' and f.subject_id = needs.id) as i_follow,
      exists (select 1 from need_supports s where s.need_id = needs.id and s.person_id = ${me} and s.organisation_id is null)
        as i_support,
      coalesce((select json_agg(json_build_object('id', o.id, 'name', o.name, 'supports', exists (
          select 1 from need_supports s where s.need_id = needs.id and s.organisation_id = o.id)) order by o.name, o.id)
        from organisation_members m join organisations o on o.id = m.organisation_id
        where m.person_id = ${me} and m.left_at is null and m.role = 'representative' and o.state = 'verified'), '[]') as mine,
      array(select t.office::text from table_officers t where t.table_id = consultations.table_id
        and t.person_id = ${me} and t.ended_at is null) as offices,
      exists (select 1 from organisation_members m where m.organisation_id = consultations.answering_organisation_id
        and m.person_id = ${me} and m.left_at is null and m.role = 'representative') as is_answering_body`
      },
      (select phase from consultation_phases dated where dated.consultation_id = consultations.id
        and dated.starts_on <= ${romeDay(now)}::date and dated.ends_on >= ${romeDay(now)}::date limit 1) as phase
    from needs join consultations on consultations.id = needs.consultation_id
      join territories on territories.code = needs.territory_code
      join people on people.id = needs.author_id
      left join organisations on organisations.id = needs.organisation_id
    where needs.id = ${needId} and ${visibleTo(actor)}`.execute(db)
  const row = rows[0]
  if (!row) throw new Refusal('unseen', 'need')
  return row
}

/** What the moderator wrote of a hidden need, for its author alone. */
function whyHidden(me: string | null) {
  return sql`case when needs.hidden_at is not null and needs.author_id = ${me} then (
    select json_build_object('reason', l.reason, 'note', l.note) from moderation_log l
    where l.subject_id = needs.id and l.act = 'hide' order by l.number desc limit 1) end`
}

/** The proposals a need is a source of; one still being written only for the table's chair and secretary. */
function proposalsOf(me: string | null) {
  return sql`coalesce((select json_agg(json_build_object('id', p.id, 'number', p.number, 'title', v.title, 'language', v.language)
      order by p.number)
    from proposal_sources l join proposals p on p.id = l.proposal_id
      join proposal_versions v on v.proposal_id = p.id and v.version = p.version
    where l.need_id = needs.id and l.unlinked_at is null and (${isOpen} or ${writes(me)})), '[]')`
}

const isOpen = sql`(p.published_at is not null and p.state not in ('draft', 'withdrawn'))`

function writes(me: string | null) {
  return me === null
    ? sql`false`
    : sql`exists (select 1 from table_officers t where t.table_id = consultations.table_id and t.person_id = ${me}
        and t.ended_at is null and t.office in ('chair', 'secretary'))`
}

/** What has happened to a need, from its own row and from what others made of it, oldest first; in one moment, by the order of the road. */
export async function listHappenings(db: Reader, actor: Actor, needId: string): Promise<Happening[]> {
  const me = actor.kind === 'person' ? actor.id : null
  const { rows } = await sql<Omit<Happening, 'at'> & { at: Date }>`
    with need as (
      select needs.id, needs.posted_at, needs.read_at, consultations.table_id,
        case when needs.state = 'posted' and needs.hidden_at is null then organisations.name end as organisation,
        (select o.name from organisation_members m join organisations o on o.id = m.organisation_id
          where m.person_id = needs.read_by and o.id = consultations.answering_organisation_id limit 1) as reader,
        ${writes(me)} as writes
      from needs join consultations on consultations.id = needs.consultation_id
        left join organisations on organisations.id = needs.organisation_id
      where needs.id = ${needId} and ${visibleTo(actor)}),
    standing as (
      select p.id, p.state, p.published_at, l.linked_at, ${isOpen} as is_open,
        case when ${isOpen} or need.writes then
          json_build_object('id', p.id, 'number', p.number, 'title', v.title, 'language', v.language) end as proposal
      from need join proposal_sources l on l.need_id = need.id and l.unlinked_at is null
        join proposals p on p.id = l.proposal_id and p.state <> 'withdrawn'
        join proposal_versions v on v.proposal_id = p.id and v.version = p.version),
    happenings as (
      select 'received' as step, posted_at as at, organisation as who, null::json as proposal, null::text as outcome from need
      union all select 'read', read_at, reader, null, null from need where read_at is not null
      union all select 'grouped', linked_at, null, proposal, null from standing
      union all select 'in-proposal', published_at, null, proposal, null from standing where is_open
      union all select 'voted', b.closed_at, null, standing.proposal, b.outcome::text
        from standing join ballots b on b.proposal_id = standing.id and b.state = 'closed' and b.outcome is not null
        where is_open
      union all select 'answered', a.given_at, o.name, standing.proposal, a.outcome::text
        from standing join answers a on a.proposal_id = standing.id
          join answer_requests r on r.proposal_id = a.proposal_id join organisations o on o.id = r.organisation_id
        where is_open)
    select * from happenings
    order by step <> 'received', at, array_position(array['read', 'grouped', 'in-proposal', 'voted', 'answered'], step)`.execute(
    db,
  )
  if (rows.length === 0) throw new Refusal('unseen', 'need')
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}
