import type { Act } from '../command.ts'
import { powersAt } from '../consultations/index.ts'
import { recordEvent } from '../events.ts'
import type { Guest } from '../ground.ts'
import { refuseField } from '../refusal.ts'
import type { NeedHeld } from './contract.ts'
import { represents } from './rules.ts'

/** Oneself, or the organisation named, if one represents it. */
export async function supporterOf({ trx, actor, now }: Act, need: NeedHeld, organisationId?: string) {
  if (organisationId === undefined) return { personId: actor.id, organisationId: null }
  const powers = await powersAt(trx, actor, { consultationId: need.consultationId }, now)
  if (!represents(powers, organisationId)) throw refuseField('organisationId', 'not-your-organisation')
  return { personId: actor.id, organisationId }
}

const nobody: Guest = { kind: 'guest', language: 'it', network: '' }

/** Told without who: a list of who supports what would say what each person lives with. */
export async function tellSupport(
  { trx, announced }: Act,
  need: NeedHeld,
  name: 'need-supported' | 'need-support-withdrawn',
) {
  const streamId = need.consultationId
  announced({ streamId, seq: await recordEvent(trx, nobody, { streamId, name, about: need.id }) })
}
