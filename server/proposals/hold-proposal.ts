import type { Trx } from '#db/database.ts'
import { leadsTable, mayLead, powersAt } from '../consultations/index.ts'
import type { Person } from '../ground.ts'
import { insist, Refusal, refuseField } from '../refusal.ts'
import type { ProposalHeld } from './contract.ts'
import { findToWrite, findUsableNeeds } from './records.ts'

/** A proposal that the chair or the secretary is about to change. To anybody else a draft does not exist. */
export async function holdProposal(
  trx: Trx,
  actor: Person,
  proposalId: string,
  now: Date,
): Promise<ProposalHeld> {
  const proposal = await findToWrite(trx, actor, proposalId)
  if (!proposal) throw new Refusal('unseen', 'proposal')
  const powers = await powersAt(trx, actor, { consultationId: proposal.consultationId }, now)
  if (proposal.state === 'draft' && !leadsTable(powers)) throw new Refusal('unseen', 'proposal')
  insist(mayLead(powers))
  return proposal
}

/** Every need asked for, once each; one that cannot be a source refuses them all, so that none is lost unseen. */
export async function holdNeeds(trx: Trx, consultationId: string, needIds: string[]): Promise<string[]> {
  const asked = [...new Set(needIds)]
  const usable = await findUsableNeeds(trx, consultationId, asked)
  if (usable.length < asked.length) throw refuseField('needIds', 'need-not-usable')
  return asked
}
