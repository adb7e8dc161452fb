import type { Option, PollRules } from './contract.ts'
import type { Electorate, Kind, Tier } from './words.ts'

type Defined = {
  consultationId: string
  kind: Kind
  title: string
  text: string
  options: readonly Option[]
  rules: PollRules
  electors: Electorate
  tier: Tier
  externalAddress: string | null
  opensAt: Date
  closesAt: Date
}

/** What is voted on and by which rules, as the exact text that the hash commits to. */
export function pollDefinition(poll: Defined): string {
  const { consultationId, kind, title, text, options, rules, electors, tier, externalAddress } = poll
  const { quorum, majority, seats, points, budget, tie, lot, reasonRequired } = rules
  return JSON.stringify({
    consultationId,
    question: { title, text },
    options: options.map(({ title: name, cost, proposalId }) => ({
      title: name,
      cost,
      ...(proposalId ? { proposalId } : {}),
    })),
    rules: {
      kind,
      electors,
      tier,
      externalAddress,
      quorumPercentOfRoll: quorum,
      majority,
      seats,
      points,
      budget,
      tie,
      ...(lot ? { lotCommittedTo: lot } : {}),
      reasonRequired,
      resultsShow: 'after-the-close',
      opensAt: poll.opensAt.toISOString(),
      closesAt: poll.closesAt.toISOString(),
      papersMayChangeUntilClose: true,
    },
  })
}
