import { type Kysely, sql } from 'kysely'

/** Old rows of roll and box are cleaned up as soon as there is one: until then they join who voted to what was cast. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['poll_roll', 'poll_proxies', 'box.papers'])
    // Where the box has a role of its own already, only a superuser can say so: see Production in the README.
    await sql`do $$ begin
      alter table ${sql.table(table)} set (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);
    exception when insufficient_privilege then null; end $$`.execute(db)
}
