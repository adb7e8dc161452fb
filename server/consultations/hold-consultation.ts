import type { Reader, Trx } from '#db/database.ts'
import { saidIn } from '../by-language.ts'
import type { Actor } from '../ground.ts'
import { Refusal } from '../refusal.ts'
import { romeDay } from '../rome-day.ts'
import type { ConsultationSeen } from './contract.ts'
import { findConsultation } from './records.ts'

/** The consultation as this person may see it; absent and members-only answer alike. For reading. */
export async function seeConsultation(
  db: Reader,
  actor: Actor,
  consultationId: string,
  now: Date,
): Promise<ConsultationSeen> {
  const found = await findConsultation(db, actor, consultationId, romeDay(now))
  return seen(found, actor)
}

/** The same for an act: it cannot be closed nor its phases moved until the act is done. Acts beside each other do not wait. */
export async function holdConsultation(
  trx: Trx,
  actor: Actor,
  consultationId: string,
  now: Date,
): Promise<ConsultationSeen> {
  const found = await findConsultation(trx, actor, consultationId, romeDay(now), 'share')
  return seen(found, actor)
}

/** For the acts that change the consultation itself: one at a time. */
export async function holdConsultationToChange(
  trx: Trx,
  actor: Actor,
  consultationId: string,
  now: Date,
): Promise<ConsultationSeen> {
  const found = await findConsultation(trx, actor, consultationId, romeDay(now), 'change')
  return seen(found, actor)
}

function seen(found: Awaited<ReturnType<typeof findConsultation>>, actor: Actor): ConsultationSeen {
  if (!found) throw new Refusal('unseen', 'consultation')
  return { ...found, title: saidIn(found.title, actor.language) }
}
