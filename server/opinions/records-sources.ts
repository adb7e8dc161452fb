import { sql } from 'kysely'
import type { Reader, Trx } from '#db/database.ts'
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

/** Of the statement `s`: the need or the message it was taken up from, unless that is gone or hidden. */
export const sourceShown = sql`
  (select n.id from needs n where n.id = s.need_id and n.state = 'posted' and n.hidden_at is null) as need_id,
  (select m.id from messages m where m.id = s.message_id and ${standing('m')}) as message_id`

/** What a statement was taken up from, where somebody else wrote that. */
export async function findOthersSource(
  trx: Trx,
  statementId: string,
): Promise<{ name: 'need-taken-up' | 'message-taken-up'; about: string } | undefined> {
  const { rows } = await sql<{ name: 'need-taken-up' | 'message-taken-up'; about: string }>`
    select case when n.id is null then 'message-taken-up' else 'need-taken-up' end as name, coalesce(n.id, m.id) as about
    from statements s left join needs n on n.id = s.need_id left join messages m on m.id = s.message_id
    where s.id = ${statementId} and coalesce(n.author_id, m.author_id) is distinct from s.author_id
      and coalesce(n.id, m.id) is not null`.execute(trx)
  return rows[0]
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
