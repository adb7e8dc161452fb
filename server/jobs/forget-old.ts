import type { Ground } from '../ground.ts'
import { forgetMails } from '../mails/index.ts'
import { forgetDrafts } from '../needs/index.ts'
import { forgetNotices } from '../notices/index.ts'
import { forgetAnswers } from '../opinions/index.ts'
import { forgetInvitations } from '../organisations/index.ts'
import { forgetEntries } from '../people/index.ts'
import { forgetResponses } from '../responses/index.ts'

/** Deletes what has served its time. The page on privacy says the same periods, from the same constants. */
export async function forgetOld(ground: Ground): Promise<void> {
  const all = [
    forgetEntries,
    forgetMails,
    forgetNotices,
    forgetDrafts,
    forgetInvitations,
    forgetAnswers,
    forgetResponses,
  ]
  for (const forget of all) await forget(ground)
}
