import { command } from '../command.ts'
import { changed } from './changed.ts'
import { RejectStatement } from './contract.ts'
import { holdToJudge } from './hold-to-judge.ts'
import { keepDecision } from './records.ts'

/** Takes a statement out, with a reason that its author is told. What was answered to it is kept, and weighs nothing. */
export const rejectStatement = command(
  RejectStatement,
  async ({ trx, actor, now, announce, afterCommit, ground }, { statementId, reason }) => {
    const { consultationId, state } = await holdToJudge(trx, actor, statementId, now)
    await keepDecision(trx, statementId, { state: 'rejected', reason, decidedBy: actor.id, decidedAt: now })
    if (state !== 'rejected') {
      await announce({ streamId: consultationId, name: 'statement-rejected', about: statementId })
      afterCommit(() => changed(ground, consultationId))
    }
    return { consultationId }
  },
)
