import { sql } from 'kysely'
import type { Database } from './database.ts'

export type Separation = 'separate' | 'superuser' | 'not-permitted'

/**
 * Gives the box of confidential papers to a role of its own that nobody enters with, so that the platform's login reaches
 * it by the functions of `box` alone: no statement of it can read a paper before the close, or join the box to the roll.
 */
export async function separateBox(db: Database): Promise<Separation> {
  const { rows } = await sql<{
    name: string
    login: string
    isSuperuser: boolean
    mayMake: boolean
    owner: string
  }>`
    select current_database() || '_box' as name, current_user as login, r.rolsuper as is_superuser, r.rolcreaterole as may_make,
      (select tableowner from pg_tables where schemaname = 'box' and tablename = 'papers') as owner
    from pg_roles r where r.rolname = current_user`.execute(db)
  const [at] = rows
  if (!at) throw new Error('The database does not say who is here')
  if (at.isSuperuser) return 'superuser'
  if (at.owner === at.name) return 'separate'
  if (!at.mayMake || at.owner !== at.login) return 'not-permitted'
  await sql`do $$
    declare
      box text := current_database() || '_box';
      each regprocedure;
    begin
      begin execute format('create role %I nologin', box); exception when duplicate_object then null; end;
      execute format('grant %I to %I', box, current_user);
      execute format('grant usage, create on schema box to %I', box);
      execute format('grant select (id, state) on polls to %I', box);
      for each in select oid from pg_proc where pronamespace = 'box'::regnamespace loop
        execute format('alter function %s owner to %I', each, box);
        -- After: what the owner was granted goes over to the new one.
        execute format('grant execute on function %s to %I', each, current_user);
      end loop;
      execute format('alter table box.papers owner to %I', box);
      execute format('revoke create on schema box from %I', box);
      execute format('revoke %I from %I', box, current_user);
    end $$`.execute(db)
  return 'separate'
}
