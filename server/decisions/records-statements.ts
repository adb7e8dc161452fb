import { sql } from 'kysely'
import type { Reader, Trx } from '#db/database.ts'
import { standing } from '../rooms/index.ts'

export type MessageFound = {
  id: string
  text: string
  language: string
  organisation: string | null
  postedAt: Date
}

/** A message of a room that everybody there may read. */
export async function findMessage(
  db: Reader,
  roomId: string,
  messageId: string,
): Promise<MessageFound | undefined> {
  const { rows } = await sql<MessageFound>`
    select m.id, m.text, m.language, m.posted_at, g.name as organisation
    from messages m left join organisations g on g.id = m.organisation_id
    where m.id = ${messageId} and m.room_id = ${roomId} and ${standing('m')}`.execute(db)
  return rows[0]
}

/** Answers its id, also when it was taken up before. */
export async function keepStatement(
  trx: Trx,
  statement: {
    meetingId: string
    itemId: string | null
    messageId: string
    takenUpBy: string
    takenUpAt: Date
  },
): Promise<{ id: string; isNew: boolean }> {
  const kept = await trx
    .insertInto('statementsTakenUp')
    .values(statement)
    .onConflict((conflict) => conflict.columns(['meetingId', 'messageId']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (kept) return { id: kept.id, isNew: true }
  const before = await trx
    .selectFrom('statementsTakenUp')
    .where('meetingId', '=', statement.meetingId)
    .where('messageId', '=', statement.messageId)
    .select('id')
    .executeTakeFirstOrThrow()
  return { id: before.id, isNew: false }
}
