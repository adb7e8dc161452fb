import { query } from '../query.ts'
import { ListPollsOn, type PollOnProposal, type UnitResult } from './contract.ts'
import { pollStateAt } from './poll-state.ts'
import { isCounted } from './rules.ts'
import { listPollsOnProposal } from './records-proposals.ts'

/** The polls in which a proposal was an option, or which were about it, with what came of it. */
export const listPollsOn = query(
  ListPollsOn,
  async ({ db, actor, now }, { proposalId }): Promise<PollOnProposal[]> => {
    const rows = await listPollsOnProposal(db, actor, proposalId)
    return rows.map(({ opensAt, tierConfirmedBy, options, result, ...row }) => {
      const title = options.find((option) => option.proposalId === proposalId)?.title ?? ''
      return {
        ...row,
        state: pollStateAt({ ...row, opensAt, tierConfirmedBy }, now),
        came: isCounted(result)
          ? result.units.map((unit) => ({ unit: unit.unit, of: cameOf(unit, title) }))
          : [],
      }
    })
  },
)

function cameOf({ outcome, winners }: UnitResult, title: string): PollOnProposal['came'][number]['of'] {
  if (outcome !== 'counted' || winners.length === 0) return outcome
  return winners.includes(title) ? 'chosen' : 'not-chosen'
}
