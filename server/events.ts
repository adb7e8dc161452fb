import { sql } from 'kysely'
import type { Trx } from '#db/database.ts'
import type { Actor } from './ground.ts'

/** Who did what to which thing. `body` holds ids and states, never content. */
export type Announcement = {
  streamId: string
  name: string
  about: string
  body?: Record<string, string | number | boolean | null>
  /** What may be added to the stream, or by whom, is not what it was: whatever is being added now is judged again. */
  changesRules?: true
}

/** Starts a sequence; consultations and rooms each have one, under their own id. */
export async function openStream(trx: Trx): Promise<string> {
  const stream = await trx.insertInto('streams').defaultValues().returning('id').executeTakeFirstOrThrow()
  return stream.id
}

/**
 * Appends to a stream. The counter's row lock makes the order of numbers the order of commits, which a
 * `bigserial` would not: a reader there can pass a number that a slower transaction commits later.
 */
export async function recordEvent(trx: Trx, actor: Actor, announcement: Announcement): Promise<number> {
  const { rows } = await sql<{ seq: number }>`
    with counter as (update streams set last_seq = last_seq + 1, rules = rules + ${announcement.changesRules ? 1 : 0}
      where id = ${announcement.streamId} returning last_seq)
    insert into events (stream_id, seq, name, actor_id, about_id, body)
    select ${announcement.streamId}, last_seq, ${announcement.name}, ${actor.kind === 'person' ? actor.id : null}::uuid,
      ${announcement.about}::uuid, ${JSON.stringify(announcement.body ?? {})}::jsonb from counter
    returning seq`.execute(trx)
  const row = rows[0]
  if (!row) throw new Error(`No stream ${announcement.streamId}`)
  return row.seq
}

/** Tells this transaction what time it is, for the defaults of columns that say when. */
export async function tellMoment(trx: Trx, now: Date): Promise<void> {
  await sql`select set_config('tavolo.moment', ${now.toISOString()}, true)`.execute(trx)
}
