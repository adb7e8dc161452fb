import type { Reader, Trx } from '#db/database.ts'
import { holdConsultation, seeConsultation } from '../consultations/index.ts'
import type { ConsultationSeen } from '../consultations/contract.ts'
import type { Actor } from '../ground.ts'
import type { CollectionSeen } from './contract.ts'
import { findCollection } from './records.ts'

/** How statements are collected in a consultation that this person may see. For reading. */
export async function seeCollection(
  db: Reader,
  actor: Actor,
  consultationId: string,
  now: Date,
): Promise<CollectionSeen> {
  return withCollection(db, await seeConsultation(db, actor, consultationId, now))
}

/** The same for an act: the consultation cannot be closed until it is done. */
export async function holdCollection(
  trx: Trx,
  actor: Actor,
  consultationId: string,
  now: Date,
): Promise<CollectionSeen> {
  return withCollection(trx, await holdConsultation(trx, actor, consultationId, now))
}

async function withCollection(db: Reader, seen: ConsultationSeen): Promise<CollectionSeen> {
  const { id, tableId, title, participation, visibility, closedAt } = seen
  return {
    consultationId: id,
    tableId,
    title,
    participation,
    visibility,
    closedAt,
    ...(await findCollection(db, id)),
  }
}
