import { useLingui } from '@lingui/react'

/** The receipt of a named vote, which stands beside the name once the vote is closed. */
export function VoteReceipt({ receipt }: { receipt: string }) {
  const { _ } = useLingui()
  return (
    <p>
      {_('ballots.receipt')} <code dir="ltr">{receipt}</code>. {_('ballots.receipt.text')}
    </p>
  )
}
