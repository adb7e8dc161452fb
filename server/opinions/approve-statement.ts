import { command } from '../command.ts'
import { changed } from './changed.ts'
import { ApproveStatement } from './contract.ts'
import { holdToJudge } from './hold-to-judge.ts'
import { keepDecision } from './records.ts'
import { tellSource } from './tell-source.ts'

/** Lets a statement be asked, also one that was rejected before. */
export const approveStatement = command(
  ApproveStatement,
  async ({ trx, actor, now, announce, afterCommit, ground }, { statementId }) => {
    const { consultationId, state } = await holdToJudge(trx, actor, statementId, now)
    if (state !== 'approved') {
      await keepDecision(trx, statementId, {
        state: 'approved',
        reason: '',
        decidedBy: actor.id,
        decidedAt: now,
      })
      await announce({ streamId: consultationId, name: 'statement-approved', about: statementId })
      if (state === 'waiting') await tellSource({ trx, announce }, consultationId, statementId)
      afterCommit(() => changed(ground, consultationId))
    }
    return { consultationId }
  },
)
