import { saidIn } from '../by-language.ts'
import { query } from '../query.ts'
import { insist, Refusal } from '../refusal.ts'
import { type OneKept, ShowKept } from './contract.ts'
import { findKept } from './records-keeping.ts'
import { mayKnowOf, mustKeepOrder } from './rules.ts'

/** A message, for who keeps order in its room and is about to decide on it. */
export const showKept = query(ShowKept, async ({ db, actor }, { messageId }): Promise<OneKept> => {
  if (actor.kind === 'guest') throw new Refusal('forbidden', 'sign-in-first')
  const found = await findKept(db, actor, messageId)
  if (!found) throw new Refusal('unseen', 'message')
  insist(mayKnowOf(found))
  insist(mustKeepOrder(found))
  // The chair keeps order and does not decide on words: what was taken away is for moderators to read.
  if (found.state !== 'said' && !found.mayModerate) throw new Refusal('forbidden', 'only-for-moderators')
  const { id, roomId, name, organisation, text, language, at, isAnswer, isOwn, note, state, mayModerate } =
    found
  return {
    id,
    roomId,
    name,
    organisation,
    text,
    language,
    isAnswer,
    isOwn,
    note,
    state,
    mayModerate,
    at: at.toISOString(),
    consultation: { id: found.consultationId, title: saidIn(found.title, actor.language) },
    isPinned: found.pinnedMessageId === id,
  }
})
