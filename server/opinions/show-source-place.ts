import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { ShowSourcePlace } from './contract.ts'
import { findMessagePlace } from './records-sources.ts'

/** The consultation in whose room a message stands, where it may become a statement. */
export const showSourcePlace = query(ShowSourcePlace, async ({ db, actor }, { messageId }) => {
  const consultationId = await findMessagePlace(db, actor, messageId)
  if (!consultationId) throw new Refusal('unseen', 'message')
  return { consultationId }
})
