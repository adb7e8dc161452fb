import { type RawBuilder, sql } from 'kysely'
import type { Database, Reader } from '#db/database.ts'
import { askedTogether } from '../asked-together.ts'
import type { Actor } from '../ground.ts'
import { speaksForOrganisation, visibleTo } from '../consultations/index.ts'
import { romeDay } from '../rome-day.ts'
import type { CastVote, VoteStands } from './contract.ts'
import { yieldsToHolder } from './records-holders.ts'
import type { Unit } from './words.ts'

type Cast = CastVote & { personId: string; now: Date }

type NamedVote = Pick<VoteStands, 'choice' | 'reason'> & { electorId: string; name: string }

type Kept = VoteStands & { ballotId: string; electorId: string }

/** Casts or changes a vote. Votes that come together are kept together. */
export function keepVote(db: Database, vote: Cast): Promise<VoteStands | undefined> {
  return vote.unit === 'seat'
    ? keepOfSeat(db, { ...vote, electorId: vote.seatId })
    : keepOfPerson(db, { ...vote, electorId: vote.personId })
}

type Elected = Cast & { electorId: string }

const cast = ({ ballotId, electorId }: Pick<Elected, 'ballotId' | 'electorId'>) => `${ballotId} ${electorId}`

const keepOfSeat = askedTogether(cast, (db: Database, votes: Elected[]) =>
  keepVotes(db, votes, seatIsFilledBy(sql`given.elector_id`, sql`given.cast_by`, sql`given.day`)),
)

const keepOfPerson = askedTogether(cast, (db: Database, votes: Elected[]) =>
  keepVotes(db, votes, personIsOnRoll(sql`given.elector_id`)),
)

/**
 * The ballot's row is shared, not owned: voters do not queue behind each other, a closing waits for those already voting, and a
 * vote that waited for a closing finds it closed. They are kept in the order of their keys, so that two processes that keep the
 * same ones cannot each wait for the other.
 */
async function keepVotes(
  db: Database,
  votes: Elected[],
  isOnRoll: RawBuilder<boolean>,
): Promise<Map<string, VoteStands>> {
  const column = (of: (vote: Elected) => unknown) => sql`${votes.map(of)}`
  const { rows } = await sql<Kept>`
    insert into votes (ballot_id, unit, elector_id, cast_by, choice, reason, cast_at)
    select b.id, ${votes[0]?.unit}::ballot_unit, given.elector_id, given.cast_by, given.choice, given.reason, given.cast_at
    from unnest(${column(({ ballotId }) => ballotId)}::uuid[], ${column(({ electorId }) => electorId)}::uuid[],
        ${column(({ personId }) => personId)}::uuid[], ${column(({ choice }) => choice)}::ballot_choice[],
        ${column(({ reason }) => reason ?? '')}::text[], ${column(({ definitionHash }) => definitionHash ?? null)}::text[],
        ${column(({ now }) => now)}::timestamptz[], ${column(({ now }) => romeDay(now))}::date[])
        as given (ballot_id, elector_id, cast_by, choice, reason, definition_hash, cast_at, day)
      join ballots b on b.id = given.ballot_id
    where b.state = 'open' and b.closes_at > given.cast_at
      and (given.definition_hash is null or b.definition_hash = given.definition_hash) and ${isOnRoll}
    order by given.ballot_id, given.elector_id
    for share of b
    on conflict (ballot_id, unit, elector_id) do update set
      choice = excluded.choice, reason = excluded.reason, cast_by = excluded.cast_by,
      changed_at = case when (votes.choice, votes.reason) = (excluded.choice, excluded.reason)
        then votes.changed_at else excluded.cast_at end
    where not ${yieldsToHolder('votes')}
    returning ballot_id, elector_id, choice, reason, cast_at, changed_at`.execute(db)
  return new Map(rows.map(({ ballotId, electorId, ...stands }) => [cast({ ballotId, electorId }), stands]))
}

function seatIsFilledBy(
  seatId: RawBuilder<unknown>,
  personId: RawBuilder<unknown>,
  day: RawBuilder<unknown>,
) {
  return sql<boolean>`exists (select 1 from ballot_seats roll
      join seats s on s.id = roll.seat_id join mandates m on m.seat_id = s.id
      where roll.ballot_id = b.id and roll.seat_id = ${seatId} and m.person_id = ${personId}
        and s.starts_on <= ${day}::date and (s.ends_on is null or s.ends_on >= ${day}::date)
        and m.starts_on <= ${day}::date and (m.ends_on is null or m.ends_on >= ${day}::date))`
}

function personIsOnRoll(personId: RawBuilder<unknown>) {
  return sql<boolean>`exists (select 1 from people p, consultations c
      where p.id = ${personId} and p.created_at <= b.opened_at and c.id = b.consultation_id
        and (c.visibility = 'public' or (is_inside_consultation(c.id, p.id)
          and exists (select 1 from ballot_people r where r.ballot_id = b.id and r.person_id = p.id)))
        and (c.participation = 'registered' or ${speaksForOrganisation(sql`p.id`)}))`
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
        : personIsOnRoll(sql`${actor.id}`)
      ).as('isOnRoll'),
      (vote.unit === 'seat'
        ? seatIsFilledBy(sql`${vote.seatId}`, sql`${actor.id}`, sql`${romeDay(now)}`)
        : sql<boolean>`true`
      ).as('isFilledByActor'),
    ])
    .executeTakeFirst()
}

/** Everything that was cast, by name. */
export async function listNamedVotes(db: Reader, ballotId: string, unit: Unit): Promise<NamedVote[]> {
  const { rows } = await sql<NamedVote>`
    select w.elector_id, coalesce(g.name, p.name, '') as name, w.choice, w.reason
    from votes w
      left join seats s on w.unit = 'seat' and s.id = w.elector_id left join organisations g on g.id = s.organisation_id
      left join people p on w.unit = 'person' and p.id = w.elector_id
    where w.ballot_id = ${ballotId} and w.unit = ${unit} order by name, w.elector_id`.execute(db)
  return rows
}
