import { query } from '../query.ts'
import { insist } from '../refusal.ts'
import { ListFeedback, type FeedbackListed } from './contract.ts'
import { listFeedback as list } from './records.ts'
import { mayReadFeedback } from './rules.ts'
import { feedbackOnPage } from './words.ts'

/** What people said of the pages, newest first. */
export const listFeedback = query(
  ListFeedback,
  async ({ db, actor }, { after }): Promise<{ feedback: FeedbackListed[]; older: string | null }> => {
    insist(mayReadFeedback(actor))
    const rows = await list(db, after, feedbackOnPage + 1)
    const feedback = rows.slice(0, feedbackOnPage)
    return { feedback, older: rows.length > feedbackOnPage ? (feedback.at(-1)?.id ?? null) : null }
  },
)
