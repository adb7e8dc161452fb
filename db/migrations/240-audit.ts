import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table audit_entries (
    seq bigint primary key,
    act text not null,
    at timestamptz not null,
    commitment text not null,
    hash text not null unique
  )`.execute(db)
  await sql`comment on table audit_entries is 'The audit chain: what was done with powers that others trust, each entry bound to all before it. Never changed, never removed.'`.execute(
    db,
  )
  await sql`comment on column audit_entries.commitment is 'SHA-256 of salt, line feed and content, which are in audit_contents and may be erased: the chain holds all the same.'`.execute(
    db,
  )
  await sql`comment on column audit_entries.hash is 'SHA-256 of the hash before it, seq, at (ISO 8601, milliseconds, Z), act and commitment, with a line feed between.'`.execute(
    db,
  )

  await sql`create table audit_contents (
    seq bigint primary key references audit_entries (seq),
    about_id uuid not null,
    consultation_id uuid references consultations (id),
    salt text not null,
    content text not null
  )`.execute(db)
  await sql`create index on audit_contents (about_id, seq)`.execute(db)
  await sql`comment on table audit_contents is 'What the entries commit to. Only this may be erased; the salt goes with it, so that nobody can guess it back.'`.execute(
    db,
  )
  await sql`comment on column audit_contents.consultation_id is 'Whoever may see this consultation is given the content; null is for administrators and coordinators alone.'`.execute(
    db,
  )
  await sql`comment on column audit_contents.content is 'Canonical JSON: who did it (by), to what (about), and what makes it that act.'`.execute(
    db,
  )

  await sql`create table audit_head (
    only_one boolean primary key default true check (only_one),
    seq bigint not null default 0,
    hash text not null default repeat('0', 64)
  )`.execute(db)
  await sql`insert into audit_head default values`.execute(db)
  await sql`comment on table audit_head is 'The last entry. Its one row is the lock that makes the order of entries the order of commits, without a gap.'`.execute(
    db,
  )

  await sql`create table audit_publications (
    seq bigint primary key references audit_entries (seq),
    hash text not null,
    published_at timestamptz not null
  )`.execute(db)
  await sql`comment on table audit_publications is 'Heads that were told outside the database (mail to administrators, log of the process), and when.'`.execute(
    db,
  )

  await sql`create function keep_audit_head() returns trigger language plpgsql as $$
  begin
    if new.seq is distinct from old.seq + 1 then raise exception 'the audit chain grows by one entry'; end if;
    return new;
  end $$`.execute(db)
  await sql`create trigger audit_head_grows before update on audit_head for each row execute function keep_audit_head()`.execute(
    db,
  )
  for (const table of ['audit_entries', 'audit_publications']) {
    await sql`create trigger ${sql.ref(`${table}_kept`)} before update or delete on ${sql.table(table)}
      for each row execute function refuse_change()`.execute(db)
    await sql`create trigger ${sql.ref(`${table}_never_emptied`)} before truncate on ${sql.table(table)}
      for each statement execute function refuse_change()`.execute(db)
  }
  await sql`create trigger audit_head_never_deleted before delete on audit_head for each row execute function refuse_change()`.execute(
    db,
  )
  await sql`create trigger audit_contents_never_edited before update on audit_contents for each row execute function refuse_change()`.execute(
    db,
  )
}
