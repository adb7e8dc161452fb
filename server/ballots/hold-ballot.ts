import type { Trx } from '#db/database.ts'
import { powersAt } from '../consultations/index.ts'
import type { Person } from '../ground.ts'
import { insist, Refusal } from '../refusal.ts'
import { findToTurn, type BallotHeld } from './records.ts'
import { mayPreside } from './rules.ts'

/** A ballot that the chair of its table is about to turn. */
export async function holdBallot(trx: Trx, actor: Person, ballotId: string, now: Date): Promise<BallotHeld> {
  const ballot = await findToTurn(trx, actor, ballotId)
  if (!ballot) throw new Refusal('unseen', 'ballot')
  insist(mayPreside(await powersAt(trx, actor, { tableId: ballot.tableId }, now)))
  return ballot
}
