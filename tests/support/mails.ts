import type { TestGround } from './ground.ts'

/** What was written to an address, the oldest first. */
export async function mailsTo({ db }: TestGround, email: string) {
  return db
    .selectFrom('mails')
    .where('recipient', '=', email)
    .orderBy('createdAt')
    .select(['personId', 'language', 'subject', 'text', 'html'])
    .execute()
}

/** What other tests of this worker left to be sent, thousands by the end of a run, is not: an errand of one's own would take longer than a test may. */
export async function leaveOtherMails({ db }: TestGround): Promise<void> {
  await db.updateTable('mails').set({ state: 'sent' }).where('state', '=', 'waiting').execute()
}
