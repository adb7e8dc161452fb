import { sql } from 'kysely'
import type { Reader, Trx } from '#db/database.ts'
import type { Unit } from '../ballots/words.ts'
import { yieldsToHolder } from '../ballots/index.ts'
import { visibleTo } from '../consultations/index.ts'
import type { Person } from '../ground.ts'
import { romeDay } from '../rome-day.ts'
import type { Paper } from './contract.ts'

type Elector = { pollId: string; unit: Unit; electorId: string; personId: string; now: Date }

/** Holder or alternate of a seat on the day of `now`. */
export function fillsSeat(seat: ReturnType<typeof sql>, personId: string, now: Date) {
  const day = romeDay(now)
  return sql<boolean>`exists (select 1 from seats s join mandates m on m.seat_id = s.id
    where s.id = ${seat} and m.person_id = ${personId}
      and s.starts_on <= ${day}::date and (s.ends_on is null or s.ends_on >= ${day}::date)
      and m.starts_on <= ${day}::date and (m.ends_on is null or m.ends_on >= ${day}::date))`
}

type ElectorFound = {
  isOnRoll: boolean
  isOwn: boolean
  /** Whether somebody else holds a proxy for this vote. */
  hasGiven: boolean
  /** The proxy by which this person votes, and whether they already have. */
  proxyId: string | null
  hasProxyVoted: boolean
  hasVoted: boolean
}

/** What stands between a person and a vote. `hasVoted` is said only of those whose vote is theirs to cast. */
export async function findElector(
  trx: Trx,
  { pollId, unit, electorId, personId, now }: Elector,
): Promise<ElectorFound> {
  const isOwn =
    unit === 'person'
      ? sql<boolean>`${electorId}::uuid = ${personId}::uuid`
      : fillsSeat(sql`${electorId}::uuid`, personId, now)
  const holds =
    unit === 'person'
      ? sql<boolean>`x.holder_id = ${personId}::uuid`
      : fillsSeat(sql`x.holder_id`, personId, now)
  const given = sql`x.poll_id = ${pollId} and x.unit = ${unit} and x.giver_id = ${electorId} and x.revoked_at is null`
  const { rows } = await sql<ElectorFound>`
    select r.elector_id is not null as is_on_roll, ${isOwn} as is_own, coalesce(r.has_voted, false) as has_voted,
      exists (select 1 from poll_proxies x where ${given}) as has_given,
      (select x.id from poll_proxies x where ${given} and ${holds}) as proxy_id,
      exists (select 1 from poll_proxies x where ${given} and ${holds} and x.is_used) as has_proxy_voted
    from (select 1) one left join poll_roll r on r.poll_id = ${pollId} and r.unit = ${unit} and r.elector_id = ${electorId}`.execute(
    trx,
  )
  const nothing = { isOnRoll: false, isOwn: false, hasGiven: false, hasVoted: false }
  return rows[0] ?? { ...nothing, proxyId: null, hasProxyVoted: false }
}

/** Marks the roll; false when it was marked already. Of many at once, the row lets one through. */
export async function markVoted(
  trx: Trx,
  elector: Pick<Elector, 'pollId' | 'unit' | 'electorId'>,
): Promise<boolean> {
  const { rows } = await sql`update poll_roll set has_voted = true
    where poll_id = ${elector.pollId} and unit = ${elector.unit} and elector_id = ${elector.electorId} and not has_voted
    returning 1`.execute(trx)
  return rows.length > 0
}

const orChange = sql`on conflict (poll_id, unit, elector_id) do update set paper = excluded.paper, reason = excluded.reason,
  cast_by = excluded.cast_by, changed_at = case when (poll_votes.paper, poll_votes.reason) = (excluded.paper, excluded.reason)
    then poll_votes.changed_at else excluded.cast_at end where not ${yieldsToHolder('poll_votes')}`

/** Marks the roll and keeps the vote by name: here nothing is kept apart, so it is one statement. False where the holder's own stands. */
export async function keepOpenVote(
  trx: Trx,
  vote: Elector & { paper: Paper; reason: string },
): Promise<boolean> {
  const { rows } = await sql`with marked as (update poll_roll set has_voted = true
      where poll_id = ${vote.pollId} and unit = ${vote.unit} and elector_id = ${vote.electorId} and not has_voted)
    insert into poll_votes (poll_id, unit, elector_id, cast_by, paper, reason, cast_at)
    values (${vote.pollId}, ${vote.unit}, ${vote.electorId}, ${vote.personId}, ${JSON.stringify(vote.paper)}::jsonb, ${vote.reason}, ${vote.now})
    ${orChange} returning 1`.execute(trx)
  return rows.length > 0
}

/**
 * A named vote for oneself or for a seat that one fills, in one statement: it looks whether it may be cast, waits for whoever is turning the
 * poll, and keeps it. False where anything stands in the way, a proxy included.
 */
export async function keepAtOnce(
  db: Reader,
  actor: Person,
  vote: Elector & { paper: Paper; reason: string; definitionHash: string },
): Promise<boolean> {
  const { pollId, unit, electorId, personId, now, paper, reason, definitionHash } = vote
  const isOwn =
    unit === 'person'
      ? sql<boolean>`${electorId}::uuid = ${personId}::uuid`
      : fillsSeat(sql`${electorId}::uuid`, personId, now)
  const { rows } = await sql`
    with poll as (
      select polls.id from polls join consultations on consultations.id = polls.consultation_id
      where polls.id = ${pollId} and polls.tier = 'open' and polls.state = 'open' and polls.closes_at > ${now}
        and polls.definition_hash = ${definitionHash} and ${visibleTo(actor)} for share of polls),
    elector as (
      select r.poll_id, r.unit, r.elector_id from poll join poll_roll r on r.poll_id = poll.id
      where r.unit = ${unit} and r.elector_id = ${electorId} and ${isOwn}
        and not exists (select 1 from poll_proxies x
          where x.poll_id = r.poll_id and x.unit = r.unit and x.giver_id = r.elector_id and x.revoked_at is null)),
    marked as (
      update poll_roll set has_voted = true from elector e where poll_roll.poll_id = e.poll_id and poll_roll.unit = e.unit
        and poll_roll.elector_id = e.elector_id and not poll_roll.has_voted)
    insert into poll_votes (poll_id, unit, elector_id, cast_by, paper, reason, cast_at)
    select e.poll_id, e.unit, e.elector_id, ${personId}, ${JSON.stringify(paper)}::jsonb, ${reason}, ${now} from elector e
    ${orChange} returning 1`.execute(db)
  return rows.length > 0
}

export async function keepProxyUsed(trx: Trx, proxyId: string): Promise<boolean> {
  const { rows } =
    await sql`update poll_proxies set is_used = true where id = ${proxyId} and revoked_at is null
    returning 1`.execute(trx)
  return rows.length > 0
}
