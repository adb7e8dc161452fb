import { sql } from 'kysely'
import type { Reader } from '#db/database.ts'

/** Whether a ballot may be cited as the one that another corrects: the last on its proposal, closed, and nothing done since upon it. */
export async function isToBeCorrected(
  db: Reader,
  { ballotId, proposalId }: { ballotId: string; proposalId: string },
): Promise<boolean> {
  const { rows } = await sql`select 1 from ballots b
    join proposals p on p.id = b.proposal_id join consultations c on c.id = b.consultation_id
    where b.id = ${ballotId} and p.id = ${proposalId} and b.state = 'closed' and p.state in ('approved', 'not-approved') and c.closed_at is null
      and not exists (select 1 from answer_requests r where r.proposal_id = p.id)
      and not exists (select 1 from ballots l where l.proposal_id = p.id and l.state <> 'cancelled' and l.created_at > b.created_at)`.execute(
    db,
  )
  return rows.length > 0
}
