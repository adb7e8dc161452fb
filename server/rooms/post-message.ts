import { singleStatement } from '../command.ts'
import { insist, refuseField, Refusal } from '../refusal.ts'
import { PostMessage, type Posted } from './contract.ts'
import { findWait, keepMessage } from './records-posting.ts'
import { eventOfPlain } from './records-events.ts'
import { maySpeak } from './rules.ts'

/** Says something in a room. A retry with the same client id returns the first result. */
export const postMessage = singleStatement(
  PostMessage,
  async ({ db, actor, now, ground, announced }, asked): Promise<Posted> => {
    await ground.limits.take('message-by-person', actor.id)
    const wish = {
      ...asked,
      replyTo: asked.replyTo ?? null,
      organisationId: asked.organisationId ?? null,
      mentions: [...new Set(asked.mentions)],
    }
    const posted = await keepMessage(db, actor, wish, now)
    if (!posted) throw new Refusal('unseen', 'room')
    const { id, seq, rootId, toldUpTo } = posted
    if (id === null || posted.postedAt === null) {
      insist(maySpeak(posted, actor))
      if (!posted.speaksForIt) throw refuseField('organisationId', 'not-your-organisation')
      if (!posted.mentionsStand) throw refuseField('mentions', 'not-a-seat')
      if (!posted.replyStands) throw new Refusal('conflict', 'reply-gone')
      throw new Refusal('too-many', 'slow-mode', { retryAfter: await findWait(db, actor, asked.roomId) })
    }
    const upTo = toldUpTo ?? seq
    if (upTo !== null) {
      const isPlain =
        toldUpTo === seq && !asked.replyTo && !asked.organisationId && wish.mentions.length === 0
      const event = isPlain
        ? eventOfPlain(actor, { ...asked, id, seq: upTo, postedAt: posted.postedAt })
        : undefined
      announced({ streamId: asked.roomId, seq: upTo, ...(event ? { event } : {}) })
    }
    return { id, seq, rootId, postedAt: posted.postedAt.toISOString() }
  },
)
