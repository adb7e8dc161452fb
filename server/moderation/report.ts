import { command } from '../command.ts'
import { insist } from '../refusal.ts'
import { Report } from './contract.ts'
import { findReport } from './records-reading.ts'
import { holdSubject, keepReport } from './records.ts'
import { mayReport } from './rules.ts'

/** Tells the moderators that something is wrong with a text. Who tells is known to nobody; telling twice is telling once. */
export const report = command(
  Report,
  async ({ trx, actor, now, ground }, { kind, subjectId, reason, note }) => {
    const subject = await holdSubject(trx, actor, { kind, subjectId }, 'share')
    const { roomId } = subject
    const before = await findReport(trx, actor.id, subjectId)
    if (before?.isStill) return { id: before.id, kind, subjectId, roomId }
    await ground.limits.take('report-by-person', actor.id)
    insist(mayReport(subject))
    const { id } = await keepReport(trx, subject, { reporterId: actor.id, reason, note: note ?? '', now })
    return { id, kind, subjectId, roomId }
  },
)
