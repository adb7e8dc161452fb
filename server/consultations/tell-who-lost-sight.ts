import type { Act } from '../command.ts'
import { listLost } from './records-kept.ts'

/**
 * Whoever loses a seat, an office or an organisation may lose members-only consultations with it: each stream says so,
 * and live delivery stops there. To be called after the loss is kept, in the same transaction.
 */
export async function tellWhoLostSight(
  act: Act,
  personId: string,
  by: { tableIds?: string[]; organisationId?: string },
): Promise<void> {
  const lost = await listLost(act.trx, personId, {
    tableIds: by.tableIds ?? [],
    organisationId: by.organisationId ?? null,
  })
  for (const { id, roomId } of lost) await tellRemoved(act, { id, roomId }, personId)
}

export async function tellRemoved(
  { announce }: Pick<Act, 'announce'>,
  consultation: { id: string; roomId: string },
  personId: string,
): Promise<void> {
  const event = { name: 'member-removed', about: consultation.id, body: { personId } }
  await announce({ streamId: consultation.id, ...event })
  await announce({ streamId: consultation.roomId, ...event, changesRules: true })
}
