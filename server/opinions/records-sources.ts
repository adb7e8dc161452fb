import { sql } from 'kysely'
import type { Reader } from '#db/database.ts'
import { visibleTo } from '../consultations/index.ts'
import type { Actor } from '../ground.ts'
import { standing } from '../rooms/index.ts'

type Source = {
  needId?: string | undefined
  messageId?: string | undefined
  surveyId?: string | undefined
}

/** Whether what a statement is taken up from is in this consultation, for everybody there to read; true for none. */
export async function isSourceHere(db: Reader, consultationId: string, source: Source): Promise<boolean> {
  if (source.surveyId !== undefined) {
    const { rows } = await sql`select 1 from surveys
      where id = ${source.surveyId} and consultation_id = ${consultationId} and state <> 'draft'`.execute(db)
    return rows.length > 0
  }
  return source.needId === undefined && source.messageId === undefined
    ? true
    : (await findSource(db, consultationId, source)) !== undefined
}

/** The words of a need or a message that a statement may be taken up from. */
export async function findSource(
  db: Reader,
  consultationId: string,
  { needId, messageId }: Source,
): Promise<{ text: string; language: string } | undefined> {
  const found = needId
    ? sql<{ text: string; language: string }>`select title as text, language from needs
        where id = ${needId} and consultation_id = ${consultationId} and state = 'posted' and hidden_at is null`
    : messageId
      ? sql<{
          text: string
          language: string
        }>`select m.text, m.language from messages m join rooms r on r.id = m.room_id
          where m.id = ${messageId} and r.consultation_id = ${consultationId} and ${standing('m')}`
      : undefined
  return found && (await found.execute(db)).rows[0]
}

export async function findMessagePlace(db: Reader, actor: Actor, messageId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select consultations.id from messages m join rooms r on r.id = m.room_id
      join consultations on consultations.id = r.consultation_id
    where m.id = ${messageId} and ${standing('m')} and ${visibleTo(actor)}`.execute(db)
  return rows[0]?.id ?? null
}
