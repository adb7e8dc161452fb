import { command } from '../command.ts'
import { keepPerson } from '../people/index.ts'
import { insist } from '../refusal.ts'
import { AdmitMember } from './contract.ts'
import { holdConsultationToChange } from './hold-consultation.ts'
import { powersAt } from './powers.ts'
import { keepAdmitted } from './records-kept.ts'
import { hasMembers, isStillOpen, mayLead } from './rules.ts'

/** Lets a person in by e-mail. An address nobody has used yet is let in too, so the answer never tells who has an account. */
export const admitMember = command(
  AdmitMember,
  async ({ trx, actor, now, announce }, { consultationId, email }) => {
    const consultation = await holdConsultationToChange(trx, actor, consultationId, now)
    insist(mayLead(await powersAt(trx, actor, { consultationId }, now)))
    insist(isStillOpen(consultation))
    insist(hasMembers(consultation))
    const { id: personId } = await keepPerson(trx, email, actor.language)
    const isNew = await keepAdmitted(trx, { consultationId, personId, addedBy: actor.id, addedAt: now })
    if (isNew) {
      const event = { name: 'member-added', about: consultationId, body: { personId } }
      await announce({ streamId: consultationId, ...event })
      await announce({ streamId: consultation.roomId, ...event })
    }
    return { email }
  },
)
