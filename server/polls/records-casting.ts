import { sql } from 'kysely'
import type { Reader, Trx } from '#db/database.ts'
import type { Unit } from '../ballots/words.ts'
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

/** What stands between a person and a vote. `hasVoted` is said only of those whose vote is theirs to cast. */
export async function findElector(
  trx: Trx,
  { pollId, unit, electorId, personId, now }: Elector,
): Promise<{ isOnRoll: boolean; isOwn: boolean; proxyId: string | null; hasVoted: boolean }> {
  const isOwn =
    unit === 'person'
      ? sql<boolean>`${electorId}::uuid = ${personId}::uuid`
      : fillsSeat(sql`${electorId}::uuid`, personId, now)
  const holds =
    unit === 'person'
      ? sql<boolean>`x.holder_id = ${personId}::uuid`
      : fillsSeat(sql`x.holder_id`, personId, now)
  const { rows } = await sql<{
    isOnRoll: boolean
    isOwn: boolean
    proxyId: string | null
    hasVoted: boolean
  }>`
    select r.elector_id is not null as is_on_roll, ${isOwn} as is_own, coalesce(r.has_voted, false) as has_voted,
      (select x.id from poll_proxies x where x.poll_id = ${pollId} and x.unit = ${unit} and x.giver_id = ${electorId}
        and x.revoked_at is null and ${holds}) as proxy_id
    from (select 1) one left join poll_roll r on r.poll_id = ${pollId} and r.unit = ${unit} and r.elector_id = ${electorId}`.execute(
    trx,
  )
  return rows[0] ?? { isOnRoll: false, isOwn: false, proxyId: null, hasVoted: false }
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

export async function keepOpenVote(trx: Trx, vote: Elector & { paper: Paper; reason: string }) {
  await sql`insert into poll_votes (poll_id, unit, elector_id, cast_by, paper, reason, cast_at)
    values (${vote.pollId}, ${vote.unit}, ${vote.electorId}, ${vote.personId}, ${JSON.stringify(vote.paper)}::jsonb, ${vote.reason}, ${vote.now})
    on conflict (poll_id, unit, elector_id) do update set paper = excluded.paper, reason = excluded.reason, cast_by = excluded.cast_by,
      changed_at = case when (poll_votes.paper, poll_votes.reason) = (excluded.paper, excluded.reason)
        then poll_votes.changed_at else excluded.cast_at end`.execute(trx)
}

type Boxed = { pollId: string; unit: Unit; paper: Paper; reason: string; codeHash: string }

/** Into the box; false when another paper already lies there under the same code. */
export async function putIntoBox(
  trx: Trx,
  { pollId, unit, paper, reason, codeHash }: Boxed,
): Promise<boolean> {
  const { rows } = await sql`insert into box.papers (poll_id, unit, paper, reason, code_hash)
    values (${pollId}, ${unit}, ${JSON.stringify(paper)}::jsonb, ${reason}, ${codeHash})
    on conflict (poll_id, code_hash) do nothing returning 1`.execute(trx)
  return rows.length > 0
}

/** In the place of the paper with that code; false when there is none. */
export async function replaceInBox(
  trx: Trx,
  { pollId, unit, paper, reason, codeHash }: Boxed,
): Promise<boolean> {
  const { rows } = await sql`update box.papers set paper = ${JSON.stringify(paper)}::jsonb, reason = ${reason}
    where poll_id = ${pollId} and unit = ${unit} and code_hash = ${codeHash} returning 1`.execute(trx)
  return rows.length > 0
}

/**
 * Rewrites roll and box, each in an order of chance and each in a transaction of its own. After it no transaction number, place
 * on disk or order of rows says which mark and which paper came together. What the database wrote in its log before stays there.
 */
export async function shuffleBox(trx: Trx, pollId: string) {
  await sql`with taken as (delete from box.papers where poll_id = ${pollId} returning *)
    insert into box.papers (id, poll_id, unit, paper, reason, code_hash)
    select gen_random_uuid(), poll_id, unit, paper, reason, code_hash from taken order by random()`.execute(
    trx,
  )
}

export async function shuffleRoll(trx: Trx, pollId: string) {
  await sql`update poll_proxies set is_used = is_used where poll_id = ${pollId}`.execute(trx)
  await sql`with taken as (delete from poll_roll where poll_id = ${pollId} returning *)
    insert into poll_roll (poll_id, unit, elector_id, has_voted)
    select poll_id, unit, elector_id, has_voted from taken order by random()`.execute(trx)
}

/** Confidential polls that are open and have something in the box. */
export async function listToShuffle(trx: Reader): Promise<string[]> {
  const { rows } = await sql<{
    id: string
  }>`select id from polls where state = 'open' and tier = 'confidential'
    and exists (select 1 from box.papers b where b.poll_id = polls.id)`.execute(trx)
  return rows.map(({ id }) => id)
}

export async function keepProxyUsed(trx: Trx, proxyId: string): Promise<boolean> {
  const { rows } =
    await sql`update poll_proxies set is_used = true where id = ${proxyId} and revoked_at is null
    returning 1`.execute(trx)
  return rows.length > 0
}
