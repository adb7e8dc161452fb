import { useLingui } from '@lingui/react'
import { BallotState } from '#app/pieces/ballot-state.tsx'
import { Moment } from '#app/pieces/moment.tsx'
import type { BallotNoted } from '#server/proposals/contract.ts'

export function ProposalBallots({ ballots }: { ballots: BallotNoted[] }) {
  const { _ } = useLingui()
  return (
    <section aria-labelledby="ballots">
      <h2 id="ballots">{_('proposals.ballots')}</h2>
      <ul className="plain-list stack">
        {ballots.map((ballot) => (
          <li key={ballot.id} className="card">
            <p className="cluster">
              <BallotState state={ballot.state} outcome={ballot.outcome} />
              <span>
                {_('ballots.from')} <Moment at={ballot.opensAt} /> {_('ballots.until')}{' '}
                <Moment at={ballot.closesAt} />
              </span>
            </p>
            <p>
              <a
                className={ballot.state === 'open' ? 'btn btn-primary' : undefined}
                href={`/ballots/${ballot.id}`}
              >
                {_(ballot.state === 'open' ? 'proposals.go-vote' : 'proposals.see-ballot')}
              </a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
