import { command } from '../command.ts'
import { insist, Refusal } from '../refusal.ts'
import { RemoveMember } from './contract.ts'
import { holdConsultationToChange } from './hold-consultation.ts'
import { powersAt } from './powers.ts'
import { isInside, removeAdmitted } from './records-kept.ts'
import { mayLead } from './rules.ts'
import { tellRemoved } from './tell-who-lost-sight.ts'

/** Takes back an admission: from this event on, nothing of the consultation reaches the person. */
export const removeMember = command(RemoveMember, async (act, { consultationId, personId }) => {
  const { trx, actor, now } = act
  const consultation = await holdConsultationToChange(trx, actor, consultationId, now)
  insist(mayLead(await powersAt(trx, actor, { consultationId }, now)))
  const removed = await removeAdmitted(trx, consultationId, personId)
  const staysInside = await isInside(trx, consultationId, personId)
  // Of an address nobody is told who it belongs to, and so not that they sit at the table.
  if (staysInside && !removed?.isAwaited) throw new Refusal('conflict', 'still-has-seat')
  if (!removed) throw new Refusal('unseen', 'member')
  if (!staysInside) await tellRemoved(act, consultation, personId)
  return { consultationId, personId }
})
