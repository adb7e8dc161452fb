import type { Reader } from '#db/database.ts'
import { command } from '../command.ts'
import { seeConsultation } from '../consultations/index.ts'
import type { Actor } from '../ground.ts'
import { Refusal } from '../refusal.ts'
import { Follow } from './contract.ts'
import { hasSubject, keepFollow } from './records.ts'
import type { FollowedKind } from './words.ts'

/** From now on this person is told what becomes of it. Only what one may see can be followed. */
export const follow = command(Follow, async ({ trx, actor, now }, { kind, id }) => {
  await seeSubject(trx, actor, kind, id, now)
  await keepFollow(trx, { personId: actor.id, kind, id })
  return { kind, id, isFollowing: true }
})

async function seeSubject(db: Reader, actor: Actor, kind: FollowedKind, id: string, now: Date) {
  if (kind === 'consultation') await seeConsultation(db, actor, id, now)
  else if (!(await hasSubject(db, actor, kind, id))) throw new Refusal('unseen', kind)
}
