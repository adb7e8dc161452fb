import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '#db/database.ts'
import type { ByLanguage } from '../by-language.ts'
import { isHolderAt } from '../ballots/index.ts'
import { visibleTo } from '../consultations/index.ts'
import type { Actor } from '../ground.ts'
import { romeDay } from '../rome-day.ts'
import type { Unit } from '../ballots/words.ts'
import type { Elector, MyVote, NamedVote, PollShown } from './contract.ts'
import type { Kind } from './words.ts'

type Stored = 'planned' | 'open' | 'closed' | 'cancelled'
export type PollRow = Pick<
  PollShown,
  | 'id'
  | 'kind'
  | 'title'
  | 'text'
  | 'language'
  | 'options'
  | 'rules'
  | 'electors'
  | 'tier'
  | 'externalAddress'
  | 'correctsId'
  | 'correctedBy'
  | 'opensAt'
  | 'closesAt'
  | 'openedAt'
  | 'closedAt'
  | 'cancelReason'
  | 'definitionHash'
  | 'seal'
  | 'tierProposedBy'
> & {
  state: Stored
  consultationId: string
  consultationTitle: ByLanguage
  tableId: string
  createdBy: string
  tierConfirmedBy: string | null
  tierConfirmedById: string | null
  result: unknown
}

export async function findPollShown(db: Reader, actor: Actor, pollId: string): Promise<PollRow | undefined> {
  const { rows } = await sql<PollRow>`
    select polls.id, polls.state, polls.kind, polls.title, polls.text, polls.language, polls.options, polls.rules, polls.electors, polls.tier,
      polls.external_address, polls.corrects_id, polls.opens_at, polls.closes_at, polls.opened_at, polls.closed_at, polls.cancel_reason,
      polls.definition_hash, polls.seal, polls.result, polls.created_by, polls.tier_confirmed_by as tier_confirmed_by_id,
      consultations.id as consultation_id, consultations.title as consultation_title, consultations.table_id,
      (select c.id from polls c where c.corrects_id = polls.id and c.state <> 'cancelled' order by c.created_at desc limit 1) as corrected_by,
      (select p.name from people p where p.id = polls.created_by) as tier_proposed_by,
      (select p.name from people p where p.id = polls.tier_confirmed_by) as tier_confirmed_by
    from polls join consultations on consultations.id = polls.consultation_id
    where polls.id = ${pollId} and ${visibleTo(actor)}`.execute(db)
  return rows[0]
}

const isProxyUsed = sql<boolean>`exists (select 1 from poll_proxies x where x.poll_id = r.poll_id and x.unit = r.unit
  and x.giver_id = r.elector_id and x.revoked_at is null and x.is_used)`

/**
 * Everything that a person may cast now: for themselves, for seats they fill, and for those who gave them a proxy. Whoever gave
 * one is told that it was used and not how; only with everybody, once it is closed, do they read it.
 */
export async function listMyVotes(
  db: Reader,
  pollId: string,
  personId: string,
  now: Date,
): Promise<Omit<MyVote, 'receipt'>[]> {
  const day = romeDay(now)
  const { rows } = await sql<Omit<MyVote, 'receipt'>>`
    with my_seats as (
      select m.seat_id, m.part from mandates m join seats s on s.id = m.seat_id
      where m.person_id = ${personId}
        and s.starts_on <= ${day}::date and (s.ends_on is null or s.ends_on >= ${day}::date)
        and m.starts_on <= ${day}::date and (m.ends_on is null or m.ends_on >= ${day}::date)),
    mine as (
      select 'person'::ballot_unit as unit, ${personId}::uuid as elector_id, 'self' as part
      union all select 'seat', seat_id, part::text from my_seats
      union all select x.unit, x.giver_id, 'proxy' from poll_proxies x
        where x.poll_id = ${pollId} and x.revoked_at is null
          and ((x.unit = 'person' and x.holder_id = ${personId}) or (x.unit = 'seat' and x.holder_id in (select seat_id from my_seats))))
    select distinct on (r.unit, r.elector_id) r.unit, r.elector_id, mine.part, r.has_voted, v.paper, coalesce(v.reason, '') as reason,
      coalesce(v.changed_at, v.cast_at) as kept_at, (select p.name from people p where p.id = v.cast_by) as cast_by,
      case when mine.part <> 'proxy' and ${isProxyUsed} then 'proxy-used'
        when mine.part = 'alternate' and ${isHolderAt(sql`r.elector_id`, sql`v.cast_by`, sql`coalesce(v.changed_at, v.cast_at)`)}
          then 'holder-has-voted' end as obstacle,
      case when r.unit = 'seat' then (select g.name from seats s join organisations g on g.id = s.organisation_id where s.id = r.elector_id)
        when mine.part = 'proxy' then (select p.name from people p where p.id = r.elector_id) end as of
    from mine join poll_roll r on r.poll_id = ${pollId} and r.unit = mine.unit and r.elector_id = mine.elector_id
      left join poll_votes v on v.poll_id = r.poll_id and v.unit = r.unit and v.elector_id = r.elector_id
        and (mine.part = 'proxy' or not ${isProxyUsed})
    order by r.unit, r.elector_id, mine.part = 'proxy'`.execute(db)
  return rows
}

type Page = { after?: string | undefined; most: number | null }

/** Open tier: who voted how, once it is closed, by name; seats that did not vote too. */
export async function listNamedVotes(
  db: Reader,
  pollId: string,
  unit: Unit,
  { after, most }: Page,
): Promise<Omit<NamedVote, 'receipt'>[]> {
  const named = (rollOf: RawBuilder<unknown>) => sql`
    select r.unit, r.elector_id, coalesce(g.name, p.name, '') as name
    from poll_roll r
      left join seats s on r.unit = 'seat' and s.id = r.elector_id left join organisations g on g.id = s.organisation_id
      left join people p on r.unit = 'person' and p.id = r.elector_id
    where r.poll_id = ${pollId} and r.unit = ${unit} and ${rollOf}`
  const { rows } = await sql<Omit<NamedVote, 'receipt'>>`
    select r.elector_id, r.name, v.paper, coalesce(v.reason, '') as reason
    from (${named(sql`true`)}) r
      left join poll_votes v on v.poll_id = ${pollId} and v.unit = r.unit and v.elector_id = r.elector_id
    where (r.unit = 'seat' or v.paper is not null)
      ${after ? sql`and (r.name, r.elector_id) > (select l.name, l.elector_id from (${named(sql`r.elector_id = ${after}::uuid`)}) l)` : sql``}
    order by r.name, r.elector_id limit ${most}`.execute(db)
  return rows
}

export async function listRoll(db: Reader, pollId: string, unit: Unit, now: Date): Promise<Elector[]> {
  const day = romeDay(now)
  const { rows } = await sql<Elector>`
    select r.elector_id as id, coalesce(g.name, case when w.is_awaited then p.email else p.name end, '') as name,
      coalesce((select array_agg(f.name order by m.part, f.name) from mandates m join people f on f.id = m.person_id
        where m.seat_id = s.id and s.starts_on <= ${day}::date and (s.ends_on is null or s.ends_on >= ${day}::date)
          and m.starts_on <= ${day}::date and (m.ends_on is null or m.ends_on >= ${day}::date)), '{}') as people
    from poll_roll r
      left join seats s on r.unit = 'seat' and s.id = r.elector_id left join organisations g on g.id = s.organisation_id
      left join people p on r.unit = 'person' and p.id = r.elector_id
      join polls on polls.id = r.poll_id
      left join consultation_members w on w.consultation_id = polls.consultation_id and w.person_id = p.id
    where r.poll_id = ${pollId} and r.unit = ${unit} order by name, r.elector_id`.execute(db)
  return rows
}

export async function listPollsOf(db: Reader, actor: Actor, consultationId: string) {
  const { rows } = await sql<{
    id: string
    title: string
    language: string
    kind: Kind
    state: Stored
    opensAt: Date
    closesAt: Date
    tierConfirmedBy: string | null
  }>`select polls.id, polls.title, polls.language, polls.kind, polls.state, polls.opens_at, polls.closes_at, polls.tier_confirmed_by
    from polls join consultations on consultations.id = polls.consultation_id
    where polls.consultation_id = ${consultationId} and ${visibleTo(actor)}
    order by polls.opens_at desc, polls.id limit 100`.execute(db)
  return rows
}

/** Closed polls that have a result, in the order in which they closed. */
export async function listClosed(db: Reader, consultationId: string) {
  const { rows } = await sql<
    Pick<PollRow, 'id' | 'title' | 'language' | 'kind' | 'tier' | 'seal' | 'result'> & { closedAt: Date }
  >`select id, title, language, kind, tier, seal, result, closed_at from polls
    where consultation_id = ${consultationId} and state = 'closed' and result is not null order by closed_at, id`.execute(
    db,
  )
  return rows
}
