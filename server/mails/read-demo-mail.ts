import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { ReadDemoMail } from './contract.ts'
import { listMails } from './records.ts'

/** The newest mails, shown in the demo in place of sending them. Anywhere else this page does not exist. */
export const readDemoMail = query(ReadDemoMail, async ({ db, ground }) => {
  if (!ground.settings.demo) throw new Refusal('unseen', 'page')
  return listMails(db, 50)
})
