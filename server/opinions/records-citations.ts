import { sql } from 'kysely'
import type { Reader, Trx } from '#db/database.ts'
import { visibleTo } from '../consultations/index.ts'
import type { Actor } from '../ground.ts'
import type { CitedFigures, StatementAsked, StatementSource } from './contract.ts'
import { sourceShown } from './records-sources.ts'

export async function keepCitation(
  trx: Trx,
  given: { proposalId: string; statementId: string; figures: CitedFigures; citedBy: string; citedAt: Date },
): Promise<boolean> {
  const kept = await trx
    .insertInto('proposalStatements')
    .values({ ...given, figures: JSON.stringify(given.figures) })
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

/** Only what stands: the words of a statement that was taken out since are shown nowhere. */
export async function listCitations(
  db: Reader,
  proposalId: string,
): Promise<(StatementAsked & StatementSource & { figures: CitedFigures | null })[]> {
  const { rows } = await sql<StatementAsked & StatementSource & { figures: CitedFigures | null }>`
    select s.id, s.number, s.text, s.language, ${sourceShown}, p.figures from proposal_statements p join statements s on s.id = p.statement_id
    where p.proposal_id = ${proposalId} and s.state = 'approved' and not s.is_meta order by s.number`.execute(
    db,
  )
  return rows
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
