import { command } from '../command.ts'
import { holdConsultation } from '../consultations/index.ts'
import { Refusal } from '../refusal.ts'
import { changed } from './changed.ts'
import { JoinAnswers } from './contract.ts'
import { joinTo } from './records-answering.ts'

/**
 * Adds what was answered on this device without an account to the person's own answers; the device then has none. It answers nothing
 * new, so it may be done later too, when statements are closed.
 */
export const joinAnswers = command(
  JoinAnswers,
  async ({ trx, actor, now, afterCommit, ground }, { consultationId, token }) => {
    await holdConsultation(trx, actor, consultationId, now)
    if (token === undefined) throw new Refusal('conflict', 'nothing-to-join')
    const joined = await joinTo(trx, actor.id, token, consultationId)
    afterCommit(() => changed(ground, consultationId))
    return { consultationId, joined }
  },
)
