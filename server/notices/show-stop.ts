import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { ShowStop } from './contract.ts'
import { findReader } from './records.ts'
import { personOfStopToken } from './stop-token.ts'

/** Whether the mails that a link stops have been stopped already; of whom, it does not say. */
export const showStop = query(ShowStop, async ({ db, ground }, { token }) => {
  const personId = personOfStopToken(ground.settings.sessionSecret, token)
  const reader = personId && (await findReader(db, personId))
  if (!reader) throw new Refusal('unseen', 'page')
  return { isStopped: reader.rhythm === 'never' }
})
