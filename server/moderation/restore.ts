import { command } from '../command.ts'
import { insist } from '../refusal.ts'
import { Restore } from './contract.ts'
import { holdSubject, keepHiding, keepInLog } from './records.ts'
import { mayRestore } from './rules.ts'

/** Brings a hidden text back for everybody. */
export const restore = command(
  Restore,
  async ({ trx, actor, now, announce, inChain }, { kind, subjectId, note }) => {
    const subject = await holdSubject(trx, actor, { kind, subjectId }, 'change')
    insist(mayRestore(subject))
    await keepHiding(trx, subject, null)
    await keepInLog({ trx, inChain }, subject, {
      moderatorId: actor.id,
      act: 'restore',
      reason: null,
      note,
      now,
    })
    await announce({ streamId: subject.streamId, name: `${kind}-restored`, about: subjectId })
    return { kind, subjectId }
  },
)
