import { sql } from 'kysely'
import type { Reader, Trx } from '#db/database.ts'
import type { Unit } from '../ballots/words.ts'
import type { PollShown, ProxyShown } from './contract.ts'
import { fillsSeat } from './records-casting.ts'

export type ProxyPair = { pollId: string; unit: Unit; giverId: string; holderId: string }

/** Counted under a lock of the poll's row: two proxies given at once would each see room for one. */
export async function findProxyFacts(trx: Trx, { pollId, unit, giverId, holderId }: ProxyPair) {
  const of = sql`x.poll_id = ${pollId} and x.unit = ${unit} and x.revoked_at is null`
  const { rows } = await sql<{
    isGiverOnRoll: boolean
    isHolderOnRoll: boolean
    hasGiverVoted: boolean
    giverHolds: number
    holderHolds: number
    hasHolderGiven: boolean
  }>`select
      exists (select 1 from poll_roll r where r.poll_id = ${pollId} and r.unit = ${unit} and r.elector_id = ${giverId}) as is_giver_on_roll,
      exists (select 1 from poll_roll r where r.poll_id = ${pollId} and r.unit = ${unit} and r.elector_id = ${holderId}) as is_holder_on_roll,
      exists (select 1 from poll_roll r where r.poll_id = ${pollId} and r.unit = ${unit} and r.elector_id = ${giverId} and r.has_voted) as has_giver_voted,
      (select count(*) from poll_proxies x where ${of} and x.holder_id = ${giverId}) as giver_holds,
      (select count(*) from poll_proxies x where ${of} and x.holder_id = ${holderId}) as holder_holds,
      exists (select 1 from poll_proxies x where ${of} and x.giver_id = ${holderId}) as has_holder_given`.execute(
    trx,
  )
  const [facts] = rows
  if (!facts) throw new Error('A select without a source has one row')
  return facts
}

/** Whether the two may know each other's names here: members of one organisation, or seats of one table. */
export async function isWithinReach(trx: Trx, { unit, giverId, holderId }: ProxyPair): Promise<boolean> {
  if (unit === 'seat') return true
  const { rows } =
    await sql`select 1 from organisation_members a join organisation_members b on b.organisation_id = a.organisation_id
    where a.person_id = ${giverId} and b.person_id = ${holderId} and a.left_at is null and b.left_at is null limit 1`.execute(
      trx,
    )
  return rows.length > 0
}

export async function isOwnElector(
  trx: Trx,
  unit: Unit,
  electorId: string,
  personId: string,
  now: Date,
): Promise<boolean> {
  if (unit === 'person') return electorId === personId
  const { rows } = await sql<{
    own: boolean
  }>`select ${fillsSeat(sql`${electorId}::uuid`, personId, now)} as own`.execute(trx)
  return rows[0]?.own ?? false
}

export async function keepProxy(trx: Trx, pair: ProxyPair, personId: string): Promise<boolean> {
  const { rows } = await sql`insert into poll_proxies (poll_id, unit, giver_id, holder_id, given_by)
    values (${pair.pollId}, ${pair.unit}, ${pair.giverId}, ${pair.holderId}, ${personId})
    on conflict (poll_id, unit, giver_id) where revoked_at is null do nothing returning 1`.execute(trx)
  return rows.length > 0
}

/** Answers whether there was one, and whether it had been used already. */
export async function revokeProxyOf(trx: Trx, pollId: string, unit: Unit, giverId: string, now: Date) {
  const { rows } = await sql<{ isUsed: boolean }>`select is_used from poll_proxies
    where poll_id = ${pollId} and unit = ${unit} and giver_id = ${giverId} and revoked_at is null for update`.execute(
    trx,
  )
  const [found] = rows
  if (!found) return 'none'
  if (found.isUsed) return 'used'
  await sql`update poll_proxies set revoked_at = ${now}
    where poll_id = ${pollId} and unit = ${unit} and giver_id = ${giverId} and revoked_at is null`.execute(
    trx,
  )
  return 'revoked'
}

/**
 * Whoever votes in person needs the proxy no more. It ends as of when it was given: the moment of this act would be the moment of
 * a vote, which nothing may say of a confidential one.
 */
export async function endProxy(
  trx: Trx,
  { pollId, unit, electorId }: { pollId: string; unit: Unit; electorId: string },
) {
  await sql`update poll_proxies set revoked_at = given_at
    where poll_id = ${pollId} and unit = ${unit} and giver_id = ${electorId} and revoked_at is null and not is_used`.execute(
    trx,
  )
}

export async function isProxyUsed(
  trx: Trx,
  { pollId, unit, electorId }: { pollId: string; unit: Unit; electorId: string },
): Promise<boolean> {
  const { rows } = await sql`select 1 from poll_proxies
    where poll_id = ${pollId} and unit = ${unit} and giver_id = ${electorId} and is_used`.execute(trx)
  return rows.length > 0
}

const nameOf = (unit: ReturnType<typeof sql>, elector: ReturnType<typeof sql>) => sql<string>`case ${unit}
  when 'seat' then (select g.name from seats s join organisations g on g.id = s.organisation_id where s.id = ${elector})
  else (select p.name from people p where p.id = ${elector}) end`

/** Those that a person gave or holds: nobody else is told that there are any. */
export async function listProxies(
  db: Reader,
  pollId: string,
  personId: string,
  now: Date,
): Promise<ProxyShown[]> {
  const mine = (elector: ReturnType<typeof sql>) =>
    sql<boolean>`(case x.unit when 'person' then ${elector} = ${personId}::uuid else ${fillsSeat(elector, personId, now)} end)`
  const { rows } =
    await sql<ProxyShown>`select x.unit, x.giver_id, ${nameOf(sql`x.unit`, sql`x.giver_id`)} as giver,
      ${nameOf(sql`x.unit`, sql`x.holder_id`)} as holder, ${mine(sql`x.giver_id`)} as is_mine, x.is_used
    from poll_proxies x
    where x.poll_id = ${pollId} and x.revoked_at is null and (${mine(sql`x.giver_id`)} or ${mine(sql`x.holder_id`)})
    order by giver`.execute(db)
  return rows
}

/** To whom a person, or a seat of theirs, may give a proxy. */
export async function listHolders(
  db: Reader,
  pollId: string,
  givers: readonly { unit: Unit; giverId: string }[],
): Promise<PollShown['holders']> {
  const listed: PollShown['holders'] = []
  for (const { unit, giverId } of givers) {
    const reach =
      unit === 'seat'
        ? sql`true`
        : sql`exists (select 1 from organisation_members a join organisation_members b on b.organisation_id = a.organisation_id
            where a.person_id = ${giverId} and b.person_id = r.elector_id and a.left_at is null and b.left_at is null)`
    const { rows } = await sql<{ id: string; name: string }>`
      select r.elector_id as id, ${nameOf(sql`r.unit`, sql`r.elector_id`)} as name from poll_roll r
      where r.poll_id = ${pollId} and r.unit = ${unit} and r.elector_id <> ${giverId} and ${reach}
      order by name limit 200`.execute(db)
    listed.push({ unit, giverId, others: rows })
  }
  return listed
}
