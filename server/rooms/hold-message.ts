import type { Trx } from '#db/database.ts'
import type { Person } from '../ground.ts'
import { insist, Refusal } from '../refusal.ts'
import { holdMessage, type MessageKept } from './records-keeping.ts'
import { mayKnowOf } from './rules.ts'

/** A message that somebody is about to decide on; it stays as it is until the transaction ends. */
export async function holdMessageToKeep(trx: Trx, actor: Person, messageId: string): Promise<MessageKept> {
  const message = await holdMessage(trx, actor, messageId)
  if (!message) throw new Refusal('unseen', 'message')
  insist(mayKnowOf(message))
  return message
}
