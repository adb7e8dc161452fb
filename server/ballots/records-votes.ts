import { sql } from 'kysely'
import type { Reader } from '#db/database.ts'
import type { Actor } from '../ground.ts'
import { visibleTo } from '../consultations/index.ts'
import { romeDay } from '../rome-day.ts'
import type { CastVote, VoteStands } from './contract.ts'

/**
 * Casts or changes a vote in one statement. The ballot's row is shared, not owned: voters do not queue behind
 * each other, a closing waits for those already voting, and a vote that waited for a closing finds it closed.
 */
export async function keepVote(
  db: Reader,
  vote: CastVote & { personId: string; now: Date },
): Promise<VoteStands | undefined> {
  const { ballotId, personId, choice, definitionHash, now } = vote
  const elector = vote.unit === 'seat' ? vote.seatId : personId
  const isOnRoll =
    vote.unit === 'seat' ? seatIsFilledBy(vote.seatId, personId, now) : personIsOnRoll(personId)
  const { rows } = await sql<VoteStands>`
    insert into votes (ballot_id, unit, elector_id, cast_by, choice, reason, cast_at)
    select b.id, ${vote.unit}::ballot_unit, ${elector}::uuid, ${personId}::uuid, ${choice}::ballot_choice, ${vote.reason ?? ''}, ${now}::timestamptz
    from ballots b
    where b.id = ${ballotId} and b.state = 'open' and b.closes_at > ${now}::timestamptz
      ${definitionHash ? sql`and b.definition_hash = ${definitionHash}` : sql``} and ${isOnRoll}
    for share of b
    on conflict (ballot_id, unit, elector_id) do update set
      choice = excluded.choice, reason = excluded.reason, cast_by = excluded.cast_by,
      changed_at = case when (votes.choice, votes.reason) = (excluded.choice, excluded.reason)
        then votes.changed_at else excluded.cast_at end
    returning choice, reason, cast_at, changed_at`.execute(db)
  return rows[0]
}

function seatIsFilledBy(seatId: string, personId: string, now: Date) {
  const day = romeDay(now)
  return sql<boolean>`exists (select 1 from ballot_seats roll
      join seats s on s.id = roll.seat_id join mandates m on m.seat_id = s.id
      where roll.ballot_id = b.id and roll.seat_id = ${seatId} and m.person_id = ${personId}
        and s.starts_on <= ${day}::date and (s.ends_on is null or s.ends_on >= ${day}::date)
        and m.starts_on <= ${day}::date and (m.ends_on is null or m.ends_on >= ${day}::date))`
}

function personIsOnRoll(personId: string) {
  return sql<boolean>`exists (select 1 from people p, consultations c
      where p.id = ${personId} and p.created_at <= b.opened_at and c.id = b.consultation_id
        and (c.visibility = 'public' or is_inside_consultation(c.id, p.id)))`
}

/** Everything that could have been in the way of a vote. */
export async function findObstacles(
  db: Reader,
  actor: Actor & { kind: 'person' },
  vote: CastVote,
  now: Date,
): Promise<
  | {
      state: 'planned' | 'open' | 'closed' | 'cancelled'
      opensAt: Date
      closesAt: Date
      definitionHash: string
      isOnRoll: boolean
      isFilledByActor: boolean
    }
  | undefined
> {
  return db
    .selectFrom('ballots as b')
    .innerJoin('consultations', 'consultations.id', 'b.consultationId')
    .where('b.id', '=', vote.ballotId)
    .where(visibleTo(actor))
    .select([
      'b.state',
      'b.opensAt',
      'b.closesAt',
      'b.definitionHash',
      (vote.unit === 'seat'
        ? sql<boolean>`exists (select 1 from ballot_seats r where r.ballot_id = b.id and r.seat_id = ${vote.seatId})`
        : personIsOnRoll(actor.id)
      ).as('isOnRoll'),
      (vote.unit === 'seat' ? seatIsFilledBy(vote.seatId, actor.id, now) : sql<boolean>`true`).as(
        'isFilledByActor',
      ),
    ])
    .executeTakeFirst()
}
