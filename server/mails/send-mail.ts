import type { Trx } from '#db/database.ts'
import { composeMail } from './compose.ts'
import type { MailAsked } from './contract.ts'
import { keepMail } from './records.ts'

/** Puts a mail into the outbox in the caller's transaction: it goes out if, and only if, the act is done. */
export async function sendMail(trx: Trx, asked: MailAsked): Promise<void> {
  await keepMail(trx, {
    ...asked,
    headers: asked.headers ?? {},
    calendar: asked.calendar ?? null,
    ...composeMail(asked),
  })
}
