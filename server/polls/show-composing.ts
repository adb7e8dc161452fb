import { powersAt, seeConsultation } from '../consultations/index.ts'
import { query } from '../query.ts'
import { insist } from '../refusal.ts'
import { type Composing, ShowComposing } from './contract.ts'
import { listProposalsToVote } from './records-proposals.ts'
import { mayLeadPoll } from './rules.ts'

/** What an officer of the table can put to a vote beside options of their own words. */
export const showComposing = query(
  ShowComposing,
  async ({ db, actor, now }, { consultationId }): Promise<Composing> => {
    await seeConsultation(db, actor, consultationId, now)
    insist(mayLeadPoll(await powersAt(db, actor, { consultationId }, now)))
    return { proposals: await listProposalsToVote(db, consultationId) }
  },
)
