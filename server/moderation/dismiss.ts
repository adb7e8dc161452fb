import { command } from '../command.ts'
import { insist, Refusal } from '../refusal.ts'
import { Dismiss } from './contract.ts'
import { closeReports, holdSubject, keepInLog } from './records.ts'
import { mayDecide } from './rules.ts'

/** Leaves a text as it is: its open reports are closed, with the reason in the log. Nobody else is told. */
export const dismiss = command(Dismiss, async ({ trx, actor, now, inChain }, { kind, subjectId, note }) => {
  const subject = await holdSubject(trx, actor, { kind, subjectId }, 'change')
  insist(mayDecide(subject))
  if ((await closeReports(trx, subject, 'dismissed', now)) === 0)
    throw new Refusal('conflict', 'nothing-reported')
  await keepInLog({ trx, inChain }, subject, {
    moderatorId: actor.id,
    act: 'dismiss',
    reason: null,
    note,
    now,
  })
  return { kind, subjectId }
})
