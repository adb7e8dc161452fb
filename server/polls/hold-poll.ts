import type { Trx } from '#db/database.ts'
import { powersAt } from '../consultations/index.ts'
import type { Person } from '../ground.ts'
import { insist, Refusal } from '../refusal.ts'
import { findPoll, type PollHeld } from './records.ts'
import { mayLeadPoll } from './rules.ts'

/** A poll that an officer of its table is about to turn. */
export async function holdPoll(trx: Trx, actor: Person, pollId: string, now: Date): Promise<PollHeld> {
  const poll = await findPoll(trx, actor, pollId, 'change')
  if (!poll) throw new Refusal('unseen', 'poll')
  insist(mayLeadPoll(await powersAt(trx, actor, { tableId: poll.tableId }, now)))
  return poll
}
