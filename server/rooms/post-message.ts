import { singleStatement } from '../command.ts'
import { insist, refuseField, Refusal } from '../refusal.ts'
import { PostMessage, type Posted } from './contract.ts'
import { keepMessage } from './records.ts'
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
    }
    const posted = await keepMessage(db, actor, wish, now)
    if (!posted) throw new Refusal('unseen', 'room')
    if (posted.id === null || posted.seq === null || posted.postedAt === null) {
      insist(maySpeak(posted, actor))
      throw posted.speaksForIt
        ? new Refusal('conflict', 'reply-gone')
        : refuseField('organisationId', 'not-your-organisation')
    }
    announced({ streamId: asked.roomId, seq: posted.seq })
    return { id: posted.id, seq: posted.seq, postedAt: posted.postedAt.toISOString() }
  },
)
