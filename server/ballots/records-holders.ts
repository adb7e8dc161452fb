import { type RawBuilder, sql } from 'kysely'

/** Whether a person held the seat, and was not its alternate, when they cast a vote. */
export function isHolderAt(
  seatId: RawBuilder<unknown>,
  personId: RawBuilder<unknown>,
  at: RawBuilder<unknown>,
): RawBuilder<boolean> {
  return sql<boolean>`exists (select 1 from mandates m cross join (select (${at} at time zone 'Europe/Rome')::date as day) cast_on
    where m.seat_id = ${seatId} and m.person_id = ${personId} and m.part = 'holder'
      and m.starts_on <= cast_on.day and (m.ends_on is null or m.ends_on >= cast_on.day or m.ended_at >= ${at}))`
}

/**
 * An alternate votes in the absence of the holder: whether a vote that is being kept (`excluded`) would put an alternate's in the
 * place of one that the holder cast. Asked of the row under its lock, so that of two at once the holder's is the one that stays.
 */
export function yieldsToHolder(table: 'votes' | 'poll_votes'): RawBuilder<boolean> {
  const kept = table === 'votes' ? sql`votes` : sql`poll_votes`
  const seat = sql`${kept}.elector_id`
  const last = sql`coalesce(${kept}.changed_at, ${kept}.cast_at)`
  return sql<boolean>`(${kept}.unit = 'seat' and ${isHolderAt(seat, sql`${kept}.cast_by`, last)}
    and not ${isHolderAt(seat, sql`excluded.cast_by`, sql`excluded.cast_at`)})`
}
