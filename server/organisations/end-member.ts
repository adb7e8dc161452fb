import type { Act } from '../command.ts'
import { tellWhoLostSight } from '../consultations/index.ts'
import { insist, Refusal } from '../refusal.ts'
import { romeDay } from '../rome-day.ts'
import { tellEnded } from '../tables/index.ts'
import { countRepresentatives, endMandatesOfMember, endMembership, findMember } from './records.ts'
import { mayLeave } from './rules.ts'

/** Ends a membership and the mandates held through it. The organisation is held by the caller: two cannot leave it empty at once. */
export async function endMember(act: Act, organisationId: string, personId: string): Promise<void> {
  const { trx, now } = act
  const member = await findMember(trx, organisationId, personId)
  if (!member) throw new Refusal('unseen', 'member')
  insist(mayLeave(member.role, await countRepresentatives(trx, organisationId)))
  await endMembership(trx, organisationId, personId, now)
  const ended = await endMandatesOfMember(trx, organisationId, personId, romeDay(now))
  for (const { tableId, ...mandate } of ended) await tellEnded(act, { tableId, organisationId }, [mandate])
  const tableIds = [...new Set(ended.map((each) => each.tableId))]
  await tellWhoLostSight(act, personId, { tableIds, organisationId })
}
