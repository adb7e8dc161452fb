import { sql } from 'kysely'
import type { Reader } from '#db/database.ts'
import { standing } from '../rooms/index.ts'
import type { BriefContent, BriefProposal, Tally } from './contract.ts'

/** Needs that anyone in the consultation may read. */
const visibleNeeds = (consultationId: string) =>
  sql`select * from needs where consultation_id = ${consultationId} and state = 'posted' and hidden_at is null`

export async function findFrame(db: Reader, consultationId: string, day: string) {
  const { rows } = await sql<
    Pick<BriefContent, 'consultation' | 'table' | 'answeringBody' | 'seats' | 'organisations' | 'territories'>
  >`
    with visible as (${visibleNeeds(consultationId)}),
      part as (
        select organisation_id from visible where organisation_id is not null
        union select s.organisation_id from need_supports s join visible on visible.id = s.need_id where s.organisation_id is not null
        union select m.organisation_id from messages m join rooms r on r.id = m.room_id
          where r.consultation_id = ${consultationId} and m.organisation_id is not null and ${standing('m')}
        union select e.organisation_id from votes v join ballots b on b.id = v.ballot_id join seats e on e.id = v.elector_id
          where b.consultation_id = ${consultationId} and b.state = 'closed' and v.unit = 'seat')
    select
      json_build_object('id', c.id, 'title', c.title, 'summary', c.summary, 'goal', c.goal, 'isPublic', c.visibility = 'public',
        'phases', (select coalesce(json_agg(json_build_object('phase', h.phase, 'startsOn', h.starts_on::text, 'endsOn', h.ends_on::text)
          order by h.starts_on), '[]') from consultation_phases h where h.consultation_id = c.id)) as consultation,
      json_build_object('id', t.id, 'name', t.name, 'territory', (select name from territories where code = t.territory_code)) as "table",
      json_build_object('name', g.name, 'dueOn', c.answer_due_on::text) as answering_body,
      (select coalesce(json_agg(json_build_object('organisation', o.name, 'kind', s.kind) order by s.kind, o.name), '[]')
        from seats s join organisations o on o.id = s.organisation_id
        where s.table_id = t.id and s.starts_on <= ${day}::date and (s.ends_on is null or s.ends_on >= ${day}::date)) as seats,
      (select coalesce(json_agg(json_build_object('name', o.name, 'kind', o.kind) order by o.name, o.id), '[]')
        from organisations o where o.id in (select organisation_id from part)) as organisations,
      (select coalesce(json_agg(json_build_object('name', y.name, 'needs', y.needs) order by y.needs desc, y.name), '[]') from (
        select p.name, count(*)::int as needs from visible join territories p on p.code = coalesce(visible.province_code, visible.region_code)
        group by p.code, p.name) y) as territories
    from consultations c join tables t on t.id = c.table_id join organisations g on g.id = c.answering_organisation_id
    where c.id = ${consultationId}`.execute(db)
  const row = rows[0]
  if (!row) throw new Error(`No consultation ${consultationId}`)
  return row
}

export async function countNeeds(db: Reader, consultationId: string): Promise<number> {
  const { rows } = await sql<{
    many: number
  }>`select count(*)::int as many from (${visibleNeeds(consultationId)}) visible`.execute(db)
  return rows[0]?.many ?? 0
}

/** How many wrote, supported or spoke, for an organisation at least once or only in their own name. Voting is counted apart. */
export async function countPeople(db: Reader, consultationId: string): Promise<[number, number]> {
  const { rows } = await sql<{ forOrganisation: number; inOwnName: number }>`
    with part as (
      select author_id as person_id, organisation_id from (${visibleNeeds(consultationId)}) visible
      union all select s.person_id, s.organisation_id from need_supports s join (${visibleNeeds(consultationId)}) visible on visible.id = s.need_id
      union all select m.author_id, m.organisation_id from messages m join rooms r on r.id = m.room_id
        where r.consultation_id = ${consultationId} and ${standing('m')}),
      people as (select person_id, bool_or(organisation_id is not null) as for_one from part group by person_id)
    select count(*) filter (where for_one)::int as for_organisation, count(*) filter (where not for_one)::int as in_own_name
    from people`.execute(db)
  return [rows[0]?.forOrganisation ?? 0, rows[0]?.inOwnName ?? 0]
}

export type NeedOfArea = {
  area: string
  needs: number
  needId: string
  title: string
  plain: string
  language: string
  organisation: string | null
  territory: string
}

/** The needs to quote of each area: those in a proposal first, then those with most support behind them. */
export async function listNeedsByArea(
  db: Reader,
  consultationId: string,
  ofEach: number,
): Promise<NeedOfArea[]> {
  const { rows } = await sql<NeedOfArea>`
    select area, needs, id as need_id, title, left(plain, 600) as plain, language, organisation, territory from (
      select a.area, n.id, n.title, n.plain, n.language, o.name as organisation, t.name as territory,
        count(*) over (partition by a.area)::int as needs,
        row_number() over (partition by a.area order by
          exists (select 1 from proposal_sources s where s.need_id = n.id and s.unlinked_at is null) desc,
          n.support_count desc, n.posted_at, n.id) as place
      from (${visibleNeeds(consultationId)}) n cross join unnest(n.areas) as a(area)
        left join organisations o on o.id = n.organisation_id join territories t on t.code = n.territory_code) placed
    where place <= ${ofEach} order by needs desc, area, place`.execute(db)
  return rows
}

export type ProposalFound = {
  id: string
  number: number
  title: string
  ask: string
  addressee: string
  language: string
  state: string
  needs: number
  dueOn: string | null
  isSettled: boolean
}

export async function listProposals(db: Reader, consultationId: string): Promise<ProposalFound[]> {
  const { rows } = await sql<ProposalFound>`
    select p.id, p.number, p.state, v.title, v.ask, v.addressee, v.language, r.due_on, r.settled_at is not null as is_settled,
      (select count(*)::int from proposal_sources s where s.proposal_id = p.id and s.unlinked_at is null) as needs
    from proposals p join proposal_versions v on v.proposal_id = p.id and v.version = p.version
      left join answer_requests r on r.proposal_id = p.id
    where p.consultation_id = ${consultationId} and p.state not in ('draft', 'withdrawn') order by p.number`.execute(
    db,
  )
  return rows
}

export type BallotFound = {
  id: string
  proposalId: string
  closedAt: Date
  outcome: string
  quorum: number
  majority: string
  seatsOnRoll: number
  seats: Tally
  persons: Tally
  reasons: { choice: string; organisation: string; reason: string }[]
}

const tally = (unit: 'seat' | 'person') => sql`(select json_build_object(
    'for', count(*) filter (where choice = 'for'), 'against', count(*) filter (where choice = 'against'),
    'abstain', count(*) filter (where choice = 'abstain')) from votes v where v.ballot_id = b.id and v.unit = ${unit})`

/** The last counted ballot of each proposal. */
export async function listBallots(db: Reader, consultationId: string): Promise<BallotFound[]> {
  const { rows } = await sql<BallotFound>`
    select distinct on (b.proposal_id) b.id, b.proposal_id, b.closed_at, b.outcome, b.quorum, b.majority,
      (select count(*)::int from ballot_seats s where s.ballot_id = b.id) as seats_on_roll,
      ${tally('seat')} as seats, ${tally('person')} as persons,
      (select coalesce(json_agg(json_build_object('choice', v.choice, 'organisation', o.name, 'reason', v.reason) order by o.name, s.id), '[]')
        from votes v join seats s on s.id = v.elector_id join organisations o on o.id = s.organisation_id
        where v.ballot_id = b.id and v.unit = 'seat' and v.reason <> '') as reasons
    from ballots b where b.consultation_id = ${consultationId} and b.state = 'closed' and b.outcome is not null
    order by b.proposal_id, b.closed_at desc`.execute(db)
  return rows
}

export type AnswerFound = Omit<NonNullable<BriefProposal['answer']>['given'][number], 'givenOn'> & {
  givenAt: Date
}

/** What was answered to each proposal, the first answer first. */
export async function listAnswers(db: Reader, consultationId: string): Promise<Map<string, AnswerFound[]>> {
  const rows = await db
    .selectFrom('answers')
    .innerJoin('proposals', 'proposals.id', 'answers.proposalId')
    .where('proposals.consultationId', '=', consultationId)
    .orderBy('answers.number')
    .select([
      'answers.proposalId',
      'answers.number',
      'answers.outcome',
      'answers.reason',
      'answers.text',
      'answers.language',
      'answers.measure',
      'answers.doneBy',
      'answers.reviewOn',
      'answers.givenAt',
    ])
    .execute()
  const answers = new Map<string, AnswerFound[]>()
  for (const { proposalId, ...answer } of rows)
    answers.set(proposalId, [...(answers.get(proposalId) ?? []), answer])
  return answers
}
