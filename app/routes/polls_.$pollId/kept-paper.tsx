import { useLingui } from '@lingui/react'
import { Moment } from '#app/pieces/moment.tsx'
import { paperWords } from '#app/pieces/poll-count/paper-words.ts'
import { VoteReceipt } from '#app/pieces/vote-receipt.tsx'
import type { MyVote, Option } from '#server/polls/contract.ts'

/** Open tier: what was kept of one's own, when, and its receipt. */
export function KeptPaper({ options, vote }: { options: readonly Option[]; vote: MyVote }) {
  const { _ } = useLingui()
  const { paper, keptAt, receipt } = vote
  if (!paper || !keptAt || !receipt) return null
  return (
    <>
      <p>
        {_('ballots.stands')}{' '}
        <strong>
          <bdi>{paperWords(_, paper, options)}</bdi>
        </strong>
        , <Moment at={keptAt} as="day-time" />.
      </p>
      <VoteReceipt receipt={receipt} />
    </>
  )
}
