import { command } from '../command.ts'
import { insist } from '../refusal.ts'
import { Hide } from './contract.ts'
import { closeReports, holdSubject, keepHiding, keepInLog } from './records.ts'
import { mayHide } from './rules.ts'

/** Takes a text out of everybody's sight but its author's, who is told why. Its open reports were right. */
export const hide = command(
  Hide,
  async ({ trx, actor, now, announce, inChain }, { kind, subjectId, reason, note }) => {
    const subject = await holdSubject(trx, actor, { kind, subjectId }, 'change')
    insist(mayHide(subject))
    await keepHiding(trx, subject, now)
    await closeReports(trx, subject, 'upheld', now)
    await keepInLog({ trx, inChain }, subject, { moderatorId: actor.id, act: 'hide', reason, note, now })
    await announce({ streamId: subject.streamId, name: `${kind}-hidden`, about: subjectId, body: { reason } })
    return { kind, subjectId }
  },
)
