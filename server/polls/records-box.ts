import { sql } from 'kysely'
import type { Database, Reader, Trx } from '#db/database.ts'
import type { Unit } from '../ballots/words.ts'
import type { Paper } from './contract.ts'
import type { Counted } from './as-election.ts'
import { papersToShuffle, shuffledEveryMinutes } from './words.ts'

type Boxed = { pollId: string; unit: Unit; paper: Paper; reason: string; codeHash: string }

/** Into the box; false when another paper already lies there under the same code. */
export async function putIntoBox(
  trx: Trx,
  { pollId, unit, paper, reason, codeHash }: Boxed,
): Promise<boolean> {
  const { rows } = await sql<{
    put: boolean
  }>`select box.put(${pollId}, ${unit}, ${JSON.stringify(paper)}::jsonb, ${reason}, ${codeHash}) as put`.execute(
    trx,
  )
  return rows[0]?.put ?? false
}

/** In the place of the paper with that code; false when there is none. */
export async function replaceInBox(
  trx: Trx,
  { pollId, unit, paper, reason, codeHash }: Boxed,
): Promise<boolean> {
  const { rows } = await sql<{
    replaced: boolean
  }>`select box.replace(${pollId}, ${unit}, ${JSON.stringify(paper)}::jsonb, ${reason}, ${codeHash}) as replaced`.execute(
    trx,
  )
  return rows[0]?.replaced ?? false
}

/** What lay in the box of a closed poll, in an order that says nothing of who or when. */
export async function listBoxed(db: Reader, pollId: string, unit: Unit): Promise<Counted[]> {
  const { rows } = await sql<Counted>`select paper, reason from box.opened(${pollId}) where unit = ${unit}
    order by paper::text, reason`.execute(db)
  return rows
}

export async function listReceipts(db: Reader, pollId: string, unit: Unit): Promise<string[]> {
  const { rows } = await sql<{
    codeHash: string
  }>`select code_hash from box.opened(${pollId}) where unit = ${unit}`.execute(db)
  return rows.map(({ codeHash }) => codeHash)
}

/**
 * Rewrites roll and box, each in an order of chance and each in a transaction of its own. After it no transaction number, place
 * on disk or order of rows says which mark and which paper came together. What the database wrote in its log before stays there.
 */
export async function shuffleBox(trx: Trx, pollId: string) {
  await sql`select box.shuffle(${pollId})`.execute(trx)
}

export async function shuffleRoll(trx: Trx, pollId: string) {
  await sql`update poll_proxies set is_used = is_used where poll_id = ${pollId}`.execute(trx)
  await sql`with taken as (delete from poll_roll where poll_id = ${pollId} returning *)
    insert into poll_roll (poll_id, unit, elector_id, has_voted)
    select poll_id, unit, elector_id, has_voted from taken order by random()`.execute(trx)
}

/**
 * A shuffle only marks the old rows as dead: with the numbers of the transactions that joined them, they lie on disk until somebody
 * cleans up, for whoever reads pages. Never in a transaction. Where the box has a role of its own the database passes over it with
 * a warning, and cleans it up by itself within minutes.
 */
export async function cleanUpShuffled(db: Database) {
  await sql`vacuum poll_roll, poll_proxies, box.papers`.execute(db)
}

/**
 * Open confidential polls whose quarter of an hour is over, or that took twenty papers since. Time goes by whether anybody
 * voted or not: a shuffle that came only after a paper would tell that one came.
 */
export async function listToShuffle(db: Database, now: Date): Promise<string[]> {
  const before = new Date(now.getTime() - shuffledEveryMinutes * 60_000)
  const { rows } = await sql<{
    id: string
  }>`select id from polls where state = 'open' and tier = 'confidential'
    and (shuffled_at is null or shuffled_at <= ${before} or box.has_new(id, ${papersToShuffle}))
    order by id`.execute(db)
  return rows.map(({ id }) => id)
}

export async function keepShuffled(trx: Trx, pollId: string, now: Date) {
  await sql`update polls set shuffled_at = ${now} where id = ${pollId}`.execute(trx)
}

/** Nobody casts while roll and box are written anew: a mark that is gone for a moment would look like none. */
export async function holdToShuffle(
  trx: Trx,
  pollId: string,
): Promise<{ consultationId: string } | undefined> {
  const { rows } = await sql<{ consultationId: string }>`select consultation_id from polls
    where id = ${pollId} and state = 'open' for update`.execute(trx)
  return rows[0]
}
