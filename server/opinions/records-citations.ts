import type { Reader, Trx } from '#db/database.ts'
import { visibleTo } from '../consultations/index.ts'
import type { Actor } from '../ground.ts'

export async function keepCitation(
  trx: Trx,
  given: { proposalId: string; statementId: string; citedBy: string; citedAt: Date },
): Promise<boolean> {
  const kept = await trx
    .insertInto('proposalStatements')
    .values(given)
    .onConflict((conflict) => conflict.doNothing())
    .returning('statementId')
    .executeTakeFirst()
  return kept !== undefined
}

export async function dropCitation(
  trx: Trx,
  given: { proposalId: string; statementId: string },
): Promise<boolean> {
  const gone = await trx
    .deleteFrom('proposalStatements')
    .where('proposalId', '=', given.proposalId)
    .where('statementId', '=', given.statementId)
    .returning('statementId')
    .executeTakeFirst()
  return gone !== undefined
}

export async function listCitations(db: Reader, proposalId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('proposalStatements')
    .where('proposalId', '=', proposalId)
    .select('statementId')
    .execute()
  return new Set(rows.map(({ statementId }) => statementId))
}

/** The consultation of a proposal that this person may see; a draft is there only for who leads the table. */
export async function findProposalPlace(db: Reader, actor: Actor, proposalId: string) {
  return db
    .selectFrom('proposals')
    .innerJoin('consultations', 'consultations.id', 'proposals.consultationId')
    .where('proposals.id', '=', proposalId)
    .where(visibleTo(actor))
    .select(['proposals.consultationId', 'proposals.state'])
    .executeTakeFirst()
}
