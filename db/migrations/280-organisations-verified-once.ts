import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table organisations add column verified_at timestamptz`.execute(db)
  await sql`comment on column organisations.verified_at is 'When it was first verified: from then on its seats and needs are public, so its page stays, also when the verification is taken back.'`.execute(
    db,
  )
  await sql`update organisations set verified_at = coalesce(decided_at, registered_at) where state = 'verified'
    or exists (select 1 from seats where seats.organisation_id = organisations.id)
    or exists (select 1 from needs where needs.organisation_id = organisations.id)`.execute(db)

  await sql`alter table seats drop constraint seats_check, add constraint seats_check check (ends_on is null or ends_on >= starts_on - 1)`.execute(
    db,
  )
  await sql`comment on column seats.ends_on is 'Last day of the mandate, that day included; the day before the first when its organisation lost its verification before the seat counted for any day.'`.execute(
    db,
  )
  // Those that sat on after their verification was taken back.
  await sql`update mandates set ends_on = greatest(mandates.starts_on - 1, (moment() at time zone 'Europe/Rome')::date - 1), end_reason = 'seat-ended'
    from seats s join organisations o on o.id = s.organisation_id
    where s.id = mandates.seat_id and o.state = 'rejected' and (mandates.ends_on is null or mandates.ends_on >= (moment() at time zone 'Europe/Rome')::date)`.execute(
    db,
  )
  await sql`update seats set ends_on = greatest(seats.starts_on - 1, (moment() at time zone 'Europe/Rome')::date - 1), end_reason = 'organisation-rejected'
    from organisations o
    where o.id = seats.organisation_id and o.state = 'rejected' and (seats.ends_on is null or seats.ends_on >= (moment() at time zone 'Europe/Rome')::date)`.execute(
    db,
  )
}
