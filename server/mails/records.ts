import { sql } from 'kysely'
import type { Database, Reader, Trx } from '#db/database.ts'
import type { MailCalendar, MailShown } from './contract.ts'

export async function keepMail(
  trx: Trx,
  mail: {
    recipient: string
    personId: string | null
    language: string
    subject: string
    text: string
    html: string
    headers: Record<string, string>
    calendar: MailCalendar | null
  },
) {
  const { recipient, personId, language, subject, text, html } = mail
  await trx
    .insertInto('mails')
    .values({
      recipient,
      personId,
      language,
      subject,
      text,
      html,
      headers: JSON.stringify(mail.headers),
      calendar: mail.calendar && JSON.stringify(mail.calendar),
    })
    .execute()
}

export type MailTaken = {
  id: string
  recipient: string
  language: string
  subject: string
  text: string
  html: string
  headers: Record<string, string>
  calendar: MailCalendar | null
  attempts: number
}

/** The next mail to go out, lent to this worker until `lentUntil`: no other takes it before, and a dead worker's comes back. */
export async function takeMail(db: Database, now: Date, lentUntil: Date): Promise<MailTaken | undefined> {
  const { rows } = await sql<MailTaken>`
    update mails set attempts = attempts + 1, due_at = ${lentUntil}
    where id = (select id from mails where state = 'waiting' and due_at <= ${now} order by due_at limit 1 for update skip locked)
    returning id, recipient, language, subject, text, html, headers, calendar, attempts`.execute(
    db.withoutPlugins(),
  )
  return rows[0]
}

export async function keepSent(db: Database, mailId: string, now: Date) {
  await db
    .updateTable('mails')
    .set({ state: 'sent', sentAt: now, lastError: null })
    .where('id', '=', mailId)
    .where('state', '=', 'waiting')
    .execute()
}

export async function keepFailure(
  db: Database,
  mail: { id: string; error: string; state: 'waiting' | 'failed'; dueAt: Date },
) {
  await db
    .updateTable('mails')
    .set({ state: mail.state, lastError: mail.error, dueAt: mail.dueAt })
    .where('id', '=', mail.id)
    .where('state', '=', 'waiting')
    .execute()
}

/** In the demo a mail has arrived when it can be read at /dev/mail. */
export async function keepAllSent(db: Database, now: Date): Promise<number> {
  const done = await db
    .updateTable('mails')
    .set({ state: 'sent', sentAt: now })
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}

export async function isMailDue(db: Reader, now: Date): Promise<boolean> {
  const { rows } = await sql<{
    due: boolean
  }>`select exists (select 1 from mails where state = 'waiting' and due_at <= ${now}) as due`.execute(db)
  return rows[0]?.due ?? false
}

export type OutboxCounted = {
  waiting: number
  retrying: number
  failed: number
  oldestAt: Date | null
  nextAttemptAt: Date | null
  lastError: string | null
  lastSentAt: Date | null
}

/** What waits and what was given up, without any address. */
export async function countOutbox(db: Reader): Promise<OutboxCounted> {
  const { rows } = await sql<OutboxCounted>`
    select count(*) filter (where state = 'waiting' and attempts = 0)::int as waiting,
      count(*) filter (where state = 'waiting' and attempts > 0)::int as retrying,
      count(*) filter (where state = 'failed')::int as failed,
      min(created_at) filter (where state = 'waiting') as oldest_at,
      min(due_at) filter (where state = 'waiting' and attempts > 0) as next_attempt_at,
      (array_agg(last_error order by created_at desc) filter (where last_error is not null))[1] as last_error,
      (select max(sent_at) from (select sent_at from mails where state = 'sent' order by created_at desc limit 50) newest) as last_sent_at
    from mails where state <> 'sent'`.execute(db)
  const row = rows[0]
  if (!row) throw new Error('A count answers one row')
  return row
}

export async function retryFailedMails(trx: Trx, now: Date): Promise<number> {
  const done = await trx
    .updateTable('mails')
    .set({ state: 'waiting', attempts: 0, dueAt: now })
    .where('state', '=', 'failed')
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}

export async function listMails(db: Reader, most: number): Promise<MailShown[]> {
  return db
    .selectFrom('mails')
    .orderBy('createdAt', 'desc')
    .limit(most)
    .select(['id', 'recipient', 'language', 'subject', 'text', 'createdAt'])
    .execute()
}

/** Mails that were sent, or given up, before a moment. */
export async function dropMails(db: Database, before: Date, most: number): Promise<number> {
  const { numAffectedRows } = await sql`delete from mails where id in (
    select id from mails where (state = 'sent' and sent_at < ${before}) or (state = 'failed' and due_at < ${before})
    limit ${most} for update skip locked)`.execute(db)
  return Number(numAffectedRows ?? 0)
}
