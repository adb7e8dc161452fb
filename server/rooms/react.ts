import type { Reader } from '#db/database.ts'
import type { Ground, Grown, Person } from '../ground.ts'
import { insist, Refusal } from '../refusal.ts'
import type { Reacted } from './contract.ts'
import { findReactions, keepReaction } from './records-reactions.ts'
import { mayReact } from './rules.ts'
import type { Reaction } from './words.ts'

type Reacting = { db: Reader; actor: Person; now: Date; ground: Ground; announced: (grown: Grown) => void }

export async function react(
  { db, actor, now, ground, announced }: Reacting,
  wish: { messageId: string; kind: Reaction; isPut: boolean },
): Promise<Reacted> {
  await ground.limits.take('reaction-by-person', actor.id)
  const reacted = await keepReaction(db, actor, wish, now)
  if (!reacted) throw new Refusal('unseen', 'message')
  insist(mayReact(reacted, actor))
  if (reacted.seq !== null) announced({ streamId: reacted.roomId, seq: reacted.seq })
  const { messageId } = wish
  return { messageId, roomId: reacted.roomId, ...(await findReactions(db, actor.id, messageId)) }
}
