import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create type territory_level as enum ('region', 'province', 'municipality')`.execute(db)
  await sql`create table territories (
    code text primary key,
    level territory_level not null,
    name text not null,
    parent_code text references territories (code),
    latitude double precision,
    longitude double precision
  )`.execute(db)
  await sql`comment on column territories.code is 'ISTAT: 2 digits a region, 3 a province, 6 a municipality.'`.execute(
    db,
  )
  await sql`create index on territories (parent_code)`.execute(db)
}
