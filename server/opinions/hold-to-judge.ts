import type { Trx } from '#db/database.ts'
import { powersAt } from '../consultations/index.ts'
import type { Person } from '../ground.ts'
import { insist, Refusal } from '../refusal.ts'
import { holdCollection } from './hold-collection.ts'
import { holdStatement } from './records.ts'
import { mayModerate } from './rules.ts'

/** A statement for a moderator to decide on, locked; absent for whoever may not see its consultation. */
export async function holdToJudge(trx: Trx, actor: Person, statementId: string, now: Date) {
  const statement = await holdStatement(trx, actor, statementId)
  if (!statement) throw new Refusal('unseen', 'statement')
  const { tableId } = await holdCollection(trx, actor, statement.consultationId, now)
  insist(mayModerate(await powersAt(trx, actor, { tableId }, now)))
  return statement
}
