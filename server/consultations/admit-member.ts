import { command } from '../command.ts'
import { sendMail } from '../mails/index.ts'
import { findAddressee, keepPerson } from '../people/index.ts'
import { insist } from '../refusal.ts'
import { AdmitMember } from './contract.ts'
import { holdConsultationToChange } from './hold-consultation.ts'
import { powersAt } from './powers.ts'
import { keepAdmitted } from './records-kept.ts'
import { hasMembers, isStillOpen, mayLead } from './rules.ts'

/**
 * Lets a person in by e-mail. An address nobody has used yet is let in too, and either is shown by that address until the
 * person has been here since, so that neither the answer nor the list tells who has an account, and by what name.
 */
export const admitMember = command(
  AdmitMember,
  async ({ trx, actor, now, ground, announce }, { consultationId, email }) => {
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
      const addressee = await findAddressee(trx, personId)
      // The mail does not name it: a mailbox may be read over the shoulder.
      if (addressee)
        await sendMail(trx, {
          ...addressee,
          kind: 'member-admitted',
          values: { link: new URL(`/consultations/${consultationId}`, ground.settings.publicUrl).href },
        })
    }
    return { email }
  },
)
