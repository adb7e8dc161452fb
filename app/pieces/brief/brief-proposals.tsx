import { useLingui } from '@lingui/react'
import { Badge, type Tone } from '#app/pieces/badge.tsx'
import { Moment } from '#app/pieces/moment.tsx'
import { outcomeTones } from '#app/pieces/official-answer.tsx'
import { UserText, UserWords } from '#app/pieces/user-text.tsx'
import type { BriefProposal } from '#server/briefs/contract.ts'
import { BriefBallot } from './brief-ballot.tsx'

const stateTones: Record<string, Tone> = {
  voting: 'now',
  approved: 'good',
  'not-approved': 'bad',
  answered: 'blue',
}

/** The proposals, each with how it was voted, what the minority said and what was answered so far. */
export function BriefProposals({ proposals, origin }: { proposals: BriefProposal[]; origin: string }) {
  const { _ } = useLingui()
  if (proposals.length === 0) return null
  return (
    <section className="band" aria-labelledby="proposals">
      <h2 id="proposals">{_('briefs.proposals')}</h2>
      {proposals.map((proposal) => (
        <article key={proposal.id} className="brief-proposal stack">
          <h3>
            {proposal.number}.{' '}
            <a href={`${origin}/proposals/${proposal.id}`}>
              <UserWords text={proposal.title} language={proposal.language} />
            </a>
          </h3>
          <p className="cluster">
            <Badge tone={stateTones[proposal.state] ?? 'quiet'}>{_(`briefs.state.${proposal.state}`)}</Badge>
            <span className="small">{_('briefs.from-needs', { needs: proposal.needs })}</span>
          </p>
          <p>
            <strong>{_('briefs.ask')}</strong>{' '}
            <UserWords text={proposal.addressee} language={proposal.language} />
          </p>
          <UserText text={proposal.ask} language={proposal.language} />
          {proposal.ballot && <BriefBallot ballot={proposal.ballot} />}
          <BriefAnswer answer={proposal.answer} />
        </article>
      ))}
    </section>
  )
}

function BriefAnswer({ answer }: { answer: BriefProposal['answer'] }) {
  const { _ } = useLingui()
  if (!answer) return null
  const last = answer.given.at(-1)
  if (!last)
    return (
      <p>
        <strong>{_('briefs.answer')}</strong> {_('briefs.answer.awaited')} <Moment at={answer.dueOn} />
      </p>
    )
  return (
    <div>
      <p className="cluster">
        <strong>{_('briefs.answer')}</strong>
        <Badge tone={outcomeTones[last.outcome] ?? 'quiet'}>{_(`answers.outcome.${last.outcome}`)}</Badge>
        <Moment at={last.givenOn} />
      </p>
      <UserText text={last.text} language={last.language} />
    </div>
  )
}
