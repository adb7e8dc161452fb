import { useLingui } from '@lingui/react'
import { VotesTable } from '#app/pieces/votes-table.tsx'
import type { NamedVote, Option } from '#server/polls/contract.ts'
import { paperWords } from './paper-words.ts'

/** Open tier: who voted how. */
export function NamedVotes({ options, votes }: { options: readonly Option[]; votes: readonly NamedVote[] }) {
  const { _ } = useLingui()
  return (
    <VotesTable
      caption={_('polls.who-voted')}
      hidesCaption
      elector={_('polls.elector')}
      votes={votes.map(({ electorId, name, paper, reason, receipt }) => ({
        id: electorId,
        name,
        vote: paper ? <bdi>{paperWords(_, paper, options)}</bdi> : _('ballots.did-not-vote'),
        reason,
        receipt,
      }))}
    />
  )
}
