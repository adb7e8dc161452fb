import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create type minutes_part as enum ('meeting', 'presence', 'item', 'outside')`.execute(db)

  await sql`create table minutes_corrections (
    id uuid primary key default gen_random_uuid(),
    meeting_id uuid not null references meetings (id),
    part minutes_part not null,
    item_id uuid references agenda_items (id),
    seat_id uuid not null references seats (id),
    asked_by uuid not null references people (id),
    says text not null,
    should_say text not null,
    language text not null,
    asked_at timestamptz not null default moment(),
    is_accepted boolean,
    reason text not null default '',
    reason_language text,
    settled_by uuid references people (id),
    settled_at timestamptz,
    client_id uuid,
    unique (asked_by, client_id),
    check ((part = 'item') = (item_id is not null)),
    check ((settled_at is null) = (is_accepted is null))
  )`.execute(db)
  await sql`create index on minutes_corrections (meeting_id)`.execute(db)
  await sql`comment on table minutes_corrections is 'What a seat says the draft gets wrong. Accepted or declined, both wordings stay in the record.'`.execute(
    db,
  )
  await sql`create function keep_correction() returns trigger language plpgsql as $$
  begin
    if old.settled_at is not null then raise exception 'a correction is settled once'; end if;
    if (old.meeting_id, old.part, old.item_id, old.seat_id, old.asked_by, old.says, old.should_say, old.language, old.asked_at)
      is distinct from
      (new.meeting_id, new.part, new.item_id, new.seat_id, new.asked_by, new.says, new.should_say, new.language, new.asked_at)
    then raise exception 'what a correction asks never changes'; end if;
    return new;
  end $$`.execute(db)
  await sql`create trigger minutes_corrections_kept before update on minutes_corrections
    for each row execute function keep_correction()`.execute(db)
  await sql`create trigger minutes_corrections_never_deleted before delete on minutes_corrections
    for each row execute function refuse_change()`.execute(db)

  await sql`create table minutes (
    meeting_id uuid primary key references meetings (id),
    table_id uuid not null references tables (id),
    year int not null,
    number int not null,
    canonical text not null,
    sha256 text not null,
    approved_in uuid not null references meetings (id),
    approved_by uuid not null references people (id),
    approved_at timestamptz not null default moment(),
    unique (table_id, year, number),
    check (approved_in <> meeting_id)
  )`.execute(db)
  await sql`comment on table minutes is 'Approved minutes, frozen. Until then they are drawn up from what happened each time they are read.'`.execute(
    db,
  )
  await sql`comment on column minutes.canonical is 'The exact bytes that sha256 commits to.'`.execute(db)
  await sql`comment on column minutes.approved_in is 'The later meeting of the table in which the chair had them approved.'`.execute(
    db,
  )
  await sql`create trigger minutes_frozen before update or delete on minutes for each row execute function refuse_change()`.execute(
    db,
  )
  await sql`create trigger minutes_no_truncate before truncate on minutes for each statement execute function refuse_change()`.execute(
    db,
  )
}
