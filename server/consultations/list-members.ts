import { query } from '../query.ts'
import { insist } from '../refusal.ts'
import { ListMembers, type MembersShown } from './contract.ts'
import { seeConsultation } from './hold-consultation.ts'
import { powersAt } from './powers.ts'
import { listPeople } from './records-shown.ts'
import { hasMembers, mayLead } from './rules.ts'

/** Who may enter a members-only consultation, for its chair and secretary. */
export const listMembers = query(
  ListMembers,
  async ({ db, actor, now }, { consultationId }): Promise<MembersShown> => {
    const { title, visibility } = await seeConsultation(db, actor, consultationId, now)
    insist(mayLead(await powersAt(db, actor, { consultationId }, now)))
    insist(hasMembers({ visibility }))
    return { title, visibility, ...(await listPeople(db, consultationId)) }
  },
)
