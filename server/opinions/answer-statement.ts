import { randomBytes } from 'node:crypto'
import { guestSingleStatement } from '../command.ts'
import { insist, Refusal } from '../refusal.ts'
import { changed } from './changed.ts'
import { AnswerStatement } from './contract.ts'
import { keepAnswer, keepFurtherAnswer } from './records-answering.ts'
import { mayAnswer, powersOf } from './rules.ts'

/**
 * Answers a statement, or changes the answer. Without an account the answer is the device's: where it has no token
 * yet, one is made and handed back to be kept there. A token that nobody here has answered with costs its network as much
 * as none: anybody can make one up, and each would be one more participant.
 */
export const answerStatement = guestSingleStatement(
  AnswerStatement,
  async (
    { db, actor, now, ground },
    { statementId, vote, token: given },
  ): Promise<{ consultationId: string; token?: string }> => {
    const isNewDevice = actor.kind === 'guest' && given === undefined
    if (isNewDevice) await ground.limits.take('answerer-by-network', actor.network)
    else if (actor.kind === 'guest' && given) await ground.limits.take('answer-by-device', given)
    const token = isNewDevice ? randomBytes(32).toString('base64url') : given
    const who = { actor, token }
    const further = isNewDevice ? undefined : await keepFurtherAnswer(db, who, { statementId, vote, now })
    if (further) {
      changed(ground, further.consultationId)
      return further
    }
    if (actor.kind === 'guest' && !isNewDevice) await ground.limits.take('answerer-by-network', actor.network)
    let kept = await keepAnswer(db, who, statementId, vote, now)
    // Two first answers at once: the one that came second did not see the answerer that the first one made.
    if (kept && !kept.isKept) kept = await keepAnswer(db, who, statementId, vote, now)
    if (!kept) throw new Refusal('unseen', 'statement')
    if (!kept.isKept) {
      insist(mayAnswer(kept, powersOf({ offices: [], represents: kept.represents }), actor))
      throw new Refusal('conflict', 'statement-not-asked')
    }
    changed(ground, kept.consultationId)
    return { consultationId: kept.consultationId, ...(isNewDevice && token ? { token } : {}) }
  },
)
