import { z } from 'zod'
import { clientId, email, id, lines, list, optional } from '../fields.ts'
import { withoutIds } from '../without-ids.ts'
import { feedbackLimits, hardships, usefulness, type Hardship, type Usefulness } from './words.ts'

/** A path of this site; what does not look like one is said of the whole site. */
const page = z
  .string()
  .max(feedbackLimits.page)
  .regex(/^\/(?!\/)[\w/.:-]*$/)
  .transform(withoutIds)
  .catch('/')

export const SendFeedback = z.strictObject({
  page,
  useful: z.enum(usefulness),
  hard: list(z.enum(hardships)).transform((chosen) => [...new Set(chosen)]),
  words: optional(lines(0, feedbackLimits.words)),
  email: optional(email),
  clientId,
})

export const ListFeedback = z.strictObject({ after: optional(id) })
export const SettleFeedback = z.strictObject({ feedbackId: id })

export type FeedbackListed = {
  id: string
  page: string
  useful: Usefulness
  hard: Hardship[]
  words: string
  language: string
  /** Empty once it is settled. */
  email: string | null
  sentAt: Date
  settledAt: Date | null
}
