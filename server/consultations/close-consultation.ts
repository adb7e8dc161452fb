import { command } from '../command.ts'
import { insist } from '../refusal.ts'
import { CloseConsultation } from './contract.ts'
import { holdConsultationToChange } from './hold-consultation.ts'
import { powersAt } from './powers.ts'
import { isAnythingToVote, keepClosed } from './records-kept.ts'
import { isStillOpen, mayClose, mayLead } from './rules.ts'

/** Ends a consultation for good: it stays to be read. What people were called to vote on or to answer runs to its end first. */
export const closeConsultation = command(
  CloseConsultation,
  async ({ trx, actor, now, announce }, { consultationId }) => {
    const consultation = await holdConsultationToChange(trx, actor, consultationId, now)
    insist(mayLead(await powersAt(trx, actor, { consultationId }, now)))
    insist(isStillOpen(consultation))
    insist(mayClose(await isAnythingToVote(trx, consultationId, now)))
    await keepClosed(trx, consultationId, now)
    const event = { name: 'consultation-closed', about: consultationId }
    await announce({ streamId: consultationId, ...event })
    // A message that is on its way is in before this event, or is refused.
    await announce({ streamId: consultation.roomId, ...event, changesRules: true })
    return { consultationId }
  },
)
