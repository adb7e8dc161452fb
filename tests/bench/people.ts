import type pg from 'pg'
import { hashToken } from '#server/people/secrets.ts'

/** Opens a session for each of these people, as signing in would, and answers the cookies. */
export async function sessionsOf(client: pg.Client, personIds: string[]): Promise<string[]> {
  const tokens = personIds.map(() => crypto.randomUUID())
  await client.query(
    `insert into sessions (person_id, token_hash, expires_at)
     select person_id, token_hash, now() + interval '1 day' from unnest($1::uuid[], $2::text[]) as given(person_id, token_hash)`,
    [personIds, tokens.map(hashToken)],
  )
  return tokens.map((token) => `__Host-tavolo=${token}`)
}

/** So many more people, each registered a month ago. */
export async function morePeople(client: pg.Client, count: number): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `insert into people (email, name, created_at)
     select gen_random_uuid() || '@people.test', 'Persona ' || n, now() - interval '30 days' from generate_series(1, $1) n returning id`,
    [count],
  )
  return rows.map((row) => row.id)
}
