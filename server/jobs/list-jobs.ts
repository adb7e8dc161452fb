import { countOutbox } from '../mails/index.ts'
import { query } from '../query.ts'
import { insist } from '../refusal.ts'
import { ListJobs, type QueueShown } from './contract.ts'
import { countJobs } from './records.ts'
import { mayOversee } from './rules.ts'
import { jobNames } from './words.ts'

/** How the platform's own work stands: what waits, what is tried again, what was given up. */
export const listJobs = query(ListJobs, async ({ db, actor }): Promise<QueueShown[]> => {
  insist(mayOversee(actor))
  const [counted, outbox] = await Promise.all([countJobs(db), countOutbox(db)])
  const mails: QueueShown = {
    queue: 'mails',
    waiting: outbox.waiting,
    running: 0,
    retrying: outbox.retrying,
    failed: outbox.failed,
    lastError: outbox.lastError,
    oldestWaitingAt: outbox.oldestAt,
    nextAttemptAt: outbox.nextAttemptAt,
    lastDoneAt: outbox.lastSentAt,
  }
  const none = {
    waiting: 0,
    running: 0,
    retrying: 0,
    failed: 0,
    lastError: null,
    oldestWaitingAt: null,
    nextAttemptAt: null,
    lastDoneAt: null,
  }
  return [
    mails,
    ...jobNames.map((queue) => ({ ...none, ...counted.find((each) => each.queue === queue), queue })),
  ]
})
