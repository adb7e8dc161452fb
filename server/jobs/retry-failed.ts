import { command } from '../command.ts'
import { retryFailedMails } from '../mails/index.ts'
import { insist } from '../refusal.ts'
import { RetryFailed } from './contract.ts'
import { retryFailedJobs } from './records.ts'
import { mayOversee } from './rules.ts'

/** What was given up in a queue is tried once more. */
export const retryFailed = command(RetryFailed, async ({ trx, actor, now }, { queue }) => {
  insist(mayOversee(actor))
  const retried = queue === 'mails' ? await retryFailedMails(trx, now) : await retryFailedJobs(trx, queue)
  return { queue, retried }
})
