import { saidIn } from '../by-language.ts'
import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { ShowProposal, type ProposalShown } from './contract.ts'
import { findProposal, listSources } from './records-reading.ts'
import { mayBeVoted, mayPublish, mayRevise, mayWithdraw } from './rules.ts'

/** A proposal whole: its words, where they come from, how it was voted, and what one may do. */
export const showProposal = query(
  ShowProposal,
  async ({ db, actor }, { proposalId, version }): Promise<ProposalShown> => {
    const found = await findProposal(db, actor, proposalId, version)
    if (!found) throw new Refusal('unseen', 'proposal')
    const sources = await listSources(db, proposalId)

    const {
      consultationId,
      consultationTitle,
      consultationClosedAt,
      isAsked,
      isLead,
      isChair,
      versions,
      ballots,
      ...shown
    } = found
    const judged = {
      state: found.state,
      consultationClosedAt,
      isAsked,
      hasLiveBallot: ballots.some(({ state }) => state === 'planned' || state === 'open'),
      lastOutcome: ballots.find(({ state }) => state === 'closed')?.outcome ?? null,
      sourceCount: sources.filter(({ unlinkedAt }) => unlinkedAt === null).length,
    }
    const mayBeRevised = isLead && mayRevise(judged) === true
    return {
      ...shown,
      isAsked,
      consultation: { id: consultationId, title: saidIn(consultationTitle, actor.language) },
      versions: versions.map((each) => ({ ...each, at: new Date(each.at) })),
      sources,
      ballots: ballots.map((each) => ({
        ...each,
        opensAt: new Date(each.opensAt),
        closesAt: new Date(each.closesAt),
      })),
      may: {
        revise: mayBeRevised,
        changeSources: mayBeRevised,
        publish: isLead && mayPublish(judged) === true,
        withdraw: isLead && mayWithdraw(judged) === true,
        callBallot: isChair && mayBeVoted(judged) === true,
      },
    }
  },
)
