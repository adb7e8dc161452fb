import { useLingui } from '@lingui/react'
import { BallotState } from '#app/pieces/ballot-state.tsx'
import { VoteUntil } from '#app/pieces/vote-until.tsx'
import type { PollOnProposal } from '#server/polls/contract.ts'

/** Polls in which the proposal was an option, or which were about it, and what came of it. */
export function ProposalPolls({ polls }: { polls: readonly PollOnProposal[] }) {
  const { _ } = useLingui()
  if (polls.length === 0) return null
  return (
    <section aria-labelledby="polls">
      <h2 id="polls">{_('polls.on-proposal')}</h2>
      <ul className="plain-list stack">
        {polls.map(({ id, title, language, kind, state, closesAt, came }) => (
          <li key={id} className="card">
            <p>
              <a href={`/polls/${id}`}>
                <bdi lang={language}>{title}</bdi>
              </a>
            </p>
            <p className="cluster">
              <BallotState state={state} />
              <span>{_(`polls.kind.${kind}`)}</span>
              <VoteUntil state={state} closesAt={closesAt} />
            </p>
            {came.map(({ unit, of }) => (
              <p key={unit}>{_(`polls.came.${unit}`, { came: _(`polls.came.${of}`) })}</p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
