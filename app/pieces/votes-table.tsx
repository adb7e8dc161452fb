import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { WideTable } from './wide-table.tsx'

interface VotesTableProps {
  caption: string
  /** Where a heading above says the same. */
  hidesCaption?: boolean
  /** Who votes: a seat's organisation, a person, either. */
  elector: string
  votes: { id: string; name: string; vote: ReactNode; reason: string; receipt: string | null }[]
}

/** Who voted how, by name, with what they wrote and their receipt. */
export function VotesTable({ caption, hidesCaption, elector, votes }: VotesTableProps) {
  const { _ } = useLingui()
  return (
    <WideTable>
      <table className="table">
        <caption className={hidesCaption ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{elector}</th>
            <th scope="col">{_('ballots.vote')}</th>
            <th scope="col">{_('ballots.why')}</th>
            <th scope="col">{_('ballots.receipt.column')}</th>
          </tr>
        </thead>
        <tbody>
          {votes.map(({ id, name, vote, reason, receipt }) => (
            <tr key={id}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              <td>{vote}</td>
              <td dir="auto">{reason}</td>
              <td dir="ltr">{receipt && <code>{receipt}</code>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}
