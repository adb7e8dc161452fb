import { sql } from 'kysely'
import type { Reader } from '#db/database.ts'
import { visibleTo } from '../consultations/index.ts'
import type { Actor } from '../ground.ts'
import type { Composing } from './contract.ts'
import type { PollRow } from './records-reading.ts'

/** Published proposals of a consultation by the title that they have now. */
export async function listProposalsToVote(
  db: Reader,
  consultationId: string,
): Promise<Composing['proposals']> {
  const { rows } = await sql<Composing['proposals'][number]>`
    select p.id, p.number, v.title, v.language
    from proposals p join proposal_versions v on v.proposal_id = p.id and v.version = p.version
    where p.consultation_id = ${consultationId} and p.state not in ('draft', 'withdrawn') order by p.number limit 200`.execute(
    db,
  )
  return rows
}

export async function listPollsOnProposal(db: Reader, actor: Actor, proposalId: string) {
  const { rows } = await sql<
    Pick<
      PollRow,
      'id' | 'title' | 'language' | 'kind' | 'state' | 'opensAt' | 'closesAt' | 'options' | 'result'
    > & { tierConfirmedBy: string | null }
  >`select polls.id, polls.title, polls.language, polls.kind, polls.state, polls.opens_at, polls.closes_at, polls.tier_confirmed_by, polls.options, polls.result
    from polls join consultations on consultations.id = polls.consultation_id
    where polls.options @> ${JSON.stringify([{ proposalId }])}::jsonb and polls.state <> 'cancelled' and ${visibleTo(actor)}
    order by polls.opens_at desc, polls.id limit 20`.execute(db)
  return rows
}
