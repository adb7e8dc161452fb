import { command } from '../command.ts'
import { changed } from './changed.ts'
import { MarkMeta } from './contract.ts'
import { holdToJudge } from './hold-to-judge.ts'
import { keepDecision } from './records.ts'

/** Says that a statement is about the consultation itself: it is asked, but nobody is grouped by it; or takes that back. */
export const markMeta = command(
  MarkMeta,
  async ({ trx, actor, now, announce, afterCommit, ground }, { statementId, isMeta }) => {
    const statement = await holdToJudge(trx, actor, statementId, now)
    const { consultationId } = statement
    if (statement.isMeta !== isMeta) {
      await keepDecision(trx, statementId, { isMeta, decidedBy: actor.id, decidedAt: now })
      await announce({
        streamId: consultationId,
        name: 'statement-marked',
        about: statementId,
        body: { isMeta },
      })
      afterCommit(() => changed(ground, consultationId))
    }
    return { consultationId }
  },
)
