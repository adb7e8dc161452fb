import type { Reader, Trx } from '#db/database.ts'
import type { MailShown } from './contract.ts'

export async function keepMail(
  trx: Trx,
  mail: {
    recipient: string
    personId: string | null
    language: string
    subject: string
    text: string
    html: string
  },
) {
  const { recipient, personId, language, subject, text, html } = mail
  await trx.insertInto('mails').values({ recipient, personId, language, subject, text, html }).execute()
}

export async function listMails(db: Reader, most: number): Promise<MailShown[]> {
  return db
    .selectFrom('mails')
    .orderBy('createdAt', 'desc')
    .limit(most)
    .select(['id', 'recipient', 'language', 'subject', 'text', 'createdAt'])
    .execute()
}
