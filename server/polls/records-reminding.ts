import { sql } from 'kysely'
import type { Database, Trx } from '#db/database.ts'
import type { Unit } from '../ballots/words.ts'
import type { Language } from '../ground.ts'
import { romeDay } from '../rome-day.ts'
import { remindedHoursBefore } from './words.ts'

/** Polls and ballots alike, but for a ballot in a meeting: who is in the room is asked there. */
const near = {
  polls: sql`polls.state = 'open' and polls.tier <> 'external'`,
  ballots: sql`ballots.state = 'open' and ballots.meeting_id is null`,
} as const
type Of = keyof typeof near

const isNear = (of: Of, now: Date) => {
  const vote = sql.table(of)
  return sql`${near[of]} and ${vote}.reminded_at is null and ${vote}.closes_at > ${now}
  and ${now} >= ${vote}.closes_at - least(make_interval(hours => ${remindedHoursBefore}), (${vote}.closes_at - ${vote}.opened_at) / 4)`
}

export async function isAnyNear(db: Database, now: Date): Promise<boolean> {
  const { rows } = await sql<{
    near: boolean
  }>`select exists (select 1 from polls where ${isNear('polls', now)})
    or exists (select 1 from ballots where ${isNear('ballots', now)}) as near`.execute(db)
  return rows[0]?.near ?? false
}

export type VoteNear = { of: Of; id: string; closesAt: Date }

/** A vote that closes soon and of which nobody was reminded, marked so that no other node takes it. */
export async function takeNear(trx: Trx, now: Date): Promise<VoteNear | undefined> {
  for (const of of ['polls', 'ballots'] as const) {
    const vote = sql.table(of)
    const { rows } = await sql<Omit<VoteNear, 'of'>>`update ${vote} set reminded_at = ${now}
      where id = (select id from ${vote} where ${isNear(of, now)} order by closes_at limit 1 for no key update skip locked)
      returning id, closes_at`.execute(trx)
    if (rows[0]) return { of, ...rows[0] }
  }
  return undefined
}

type Reminded = { personId: string; email: string; language: Language }

/** Votes that are not there: of whom, and by whom they can be cast. */
const missingOf = {
  polls: (
    id: string,
  ) => sql`select r.unit, coalesce(x.holder_id, r.elector_id) as voter_id, x.holder_id is not null as is_proxy
    from poll_roll r left join poll_proxies x on x.poll_id = r.poll_id and x.unit = r.unit and x.giver_id = r.elector_id
      and x.revoked_at is null
    where r.poll_id = ${id} and not r.has_voted`,
  ballots: (id: string) => sql`select e.unit, e.elector_id as voter_id, false as is_proxy
    from (select 'seat'::ballot_unit as unit, seat_id as elector_id from ballot_seats where ballot_id = ${id}
      union all select 'person', p.id from people p join ballots b on b.id = ${id} join consultations c on c.id = b.consultation_id
        where p.created_at <= b.opened_at and (c.visibility = 'public'
          or exists (select 1 from ballot_people r where r.ballot_id = b.id and r.person_id = p.id))) e
    where not exists (select 1 from votes w where w.ballot_id = ${id} and w.unit = e.unit and w.elector_id = e.elector_id)`,
} as const

const fillsOn = (
  day: string,
) => sql`s.starts_on <= ${day}::date and (s.ends_on is null or s.ends_on >= ${day}::date)
  and m.starts_on <= ${day}::date and (m.ends_on is null or m.ends_on >= ${day}::date)`

/**
 * Who can still cast a vote that is not there: whoever holds its proxy, else its person, or those who fill its seat. A seat's
 * vote goes with the seat. People are on the roll of a public vote merely by being registered: they are written to only where
 * they belong to the consultation or follow it, and never if they want no mails.
 */
export async function listToRemind(trx: Trx, { of, id }: VoteNear, now: Date): Promise<Reminded[]> {
  const { rows } = await sql<Reminded>`
    with missing as (${missingOf[of](id)}),
    called as (
      select m.person_id from missing join seats s on s.id = missing.voter_id join mandates m on m.seat_id = s.id
      where missing.unit = 'seat' and ${fillsOn(romeDay(now))}
      union
      select p.id from missing join people p on p.id = missing.voter_id
        join ${sql.table(of)} vote on vote.id = ${id}
      where missing.unit = 'person' and p.notice_rhythm <> 'never' and (missing.is_proxy
        or exists (select 1 from consultation_people i where i.consultation_id = vote.consultation_id and i.person_id = p.id)
        or exists (select 1 from follows f where f.person_id = p.id and f.subject_id = vote.consultation_id)))
    select p.id as person_id, p.email, p.language from called join people p on p.id = called.person_id
    where p.email is not null order by p.id`.execute(trx)
  return rows
}

/** Who casts what an elector may cast: a person for themselves, those who fill a seat for the seat; nobody who wants no mails. */
export async function listWhoVotesFor(
  trx: Trx,
  unit: Unit,
  electorId: string,
  now: Date,
): Promise<Reminded[]> {
  const { rows } = await sql<Reminded>`
    select distinct p.id as person_id, p.email, p.language from people p
    where p.email is not null and p.notice_rhythm <> 'never' and ${
      unit === 'person'
        ? sql`p.id = ${electorId}`
        : sql`p.id in (select m.person_id from seats s join mandates m on m.seat_id = s.id
            where s.id = ${electorId} and ${fillsOn(romeDay(now))})`
    } order by p.id`.execute(trx)
  return rows
}
