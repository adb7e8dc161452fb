import { tellMoment } from '../events.ts'
import type { Ground } from '../ground.ts'
import { sendMail } from '../mails/index.ts'
import { romeDay } from '../rome-day.ts'
import { romeMoment } from '../rome-moment.ts'
import { holdHead, isHeadToPublish, keepPublication, listAdministrators } from './records.ts'

/** Once a day, when something was added since. */
export async function isHeadDue(ground: Ground): Promise<boolean> {
  return isHeadToPublish(ground.db, romeMoment(`${romeDay(ground.now())}T00:00`))
}

/**
 * Tells the chain's head where the database does not reach: in the mailboxes of the administrators and in the log of the
 * process. Whoever rewrote the chain, or brought back an old copy, would have to rewrite those too.
 */
export async function publishHead(ground: Ground): Promise<void> {
  const now = ground.now()
  const published = await ground.db.transaction().execute(async (trx) => {
    if (ground.pretendsNow) await tellMoment(trx, now)
    const head = await holdHead(trx)
    if (head.seq === 0 || !(await keepPublication(trx, head, now))) return null
    const link = `${ground.settings.publicUrl.origin}/audit`
    for (const { personId, email, language } of await listAdministrators(trx))
      await sendMail(trx, {
        recipient: email,
        personId,
        language,
        kind: 'audit-head',
        values: { seq: head.seq, hash: head.hash, link },
      })
    return head
  })
  if (published) ground.log.info(published, 'head of the audit chain')
}
