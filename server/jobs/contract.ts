import { z } from 'zod'
import { jobNames, type JobName } from './words.ts'

export const ListJobs = z.strictObject({})
export const RetryFailed = z.strictObject({ queue: z.enum([...jobNames, 'mails']) })

/** How one kind of work stands. Errors are told by their code; nothing of whom they concerned. */
export type QueueShown = {
  queue: JobName | 'mails'
  waiting: number
  running: number
  /** Failed, and to be tried again by itself. */
  retrying: number
  /** Given up. */
  failed: number
  lastError: string | null
  oldestWaitingAt: Date | null
  nextAttemptAt: Date | null
  lastDoneAt: Date | null
}
