import { sql } from 'kysely'
import type { Reader, Trx } from '#db/database.ts'
import type { HandKind } from './words.ts'

export async function findHand(db: Reader, meetingId: string, seatId: string) {
  return db
    .selectFrom('hands')
    .where('meetingId', '=', meetingId)
    .where('seatId', '=', seatId)
    .where('endedAt', 'is', null)
    .select(['id', 'personId', 'kind'])
    .executeTakeFirst()
}

export async function findRaised(db: Reader, personId: string, clientId: string | undefined) {
  if (!clientId) return undefined
  return db
    .selectFrom('hands')
    .where('personId', '=', personId)
    .where('clientId', '=', clientId)
    .select(['id', 'meetingId'])
    .executeTakeFirst()
}

export async function keepHand(
  trx: Trx,
  hand: {
    id: string
    meetingId: string
    seatId: string
    personId: string
    kind: HandKind
    place: number
    raisedAt: Date
    clientId: string | null
  },
): Promise<void> {
  await trx.insertInto('hands').values(hand).execute()
}

export async function keepHandKind(trx: Trx, handId: string, kind: HandKind): Promise<void> {
  await trx.updateTable('hands').set({ kind }).where('id', '=', handId).execute()
}

export async function keepHandEnd(
  trx: Trx,
  handId: string,
  endedBy: 'lowered' | 'given' | 'left',
  now: Date,
): Promise<void> {
  await trx.updateTable('hands').set({ endedAt: now, endedBy }).where('id', '=', handId).execute()
}

/** The turn that is on in a meeting, paused or not. */
export async function findCurrentTurn(db: Reader, meetingId: string) {
  return db
    .selectFrom('speakingTurns')
    .where('meetingId', '=', meetingId)
    .where('endedAt', 'is', null)
    .select(['id', 'seatId', 'personId', 'kind', 'givenAt', 'runningSince', 'spentMilliseconds', 'endedAt'])
    .executeTakeFirst()
}

export async function findTurn(db: Reader, meetingId: string, turnId: string) {
  return db
    .selectFrom('speakingTurns')
    .where('meetingId', '=', meetingId)
    .where('id', '=', turnId)
    .select(['id', 'seatId', 'personId', 'runningSince', 'endedAt'])
    .executeTakeFirst()
}

export async function keepTurn(
  trx: Trx,
  turn: {
    id: string
    meetingId: string
    seatId: string
    personId: string
    handId: string
    kind: HandKind
    givenBy: string
    givenAt: Date
  },
): Promise<void> {
  await trx
    .insertInto('speakingTurns')
    .values({
      ...turn,
      runningSince: turn.givenAt,
      itemId: sql<
        string | null
      >`(select id from agenda_items where meeting_id = ${turn.meetingId} and state = 'running')`,
    })
    .execute()
}

/** Its clock stops where it is: for a while, or for good. */
export async function stopTurn(trx: Trx, turnId: string, now: Date, isOver: boolean): Promise<void> {
  await sql`
    update speaking_turns set running_since = null, ended_at = ${isOver ? now : null}::timestamptz,
      spent_milliseconds = spent_milliseconds
        + coalesce(greatest(0, extract(epoch from ${now}::timestamptz - running_since) * 1000)::int, 0)
    where id = ${turnId}`.execute(trx)
}

export async function restartTurn(trx: Trx, turnId: string, now: Date): Promise<void> {
  await trx.updateTable('speakingTurns').set({ runningSince: now }).where('id', '=', turnId).execute()
}
