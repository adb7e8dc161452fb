import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BallotState } from '#app/pieces/ballot-state.tsx'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { Done } from '#app/pieces/done.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { UserText } from '#app/pieces/user-text.tsx'
import { refusedPage } from '#app/refused.ts'
import type { RouteHandle } from '#app/route-handle.ts'
import { BallotActs } from './ballot-acts.tsx'
import { BallotResult } from './ballot-result.tsx'
import { BallotRules } from './ballot-rules.tsx'
import { CastVotes } from './cast-votes.tsx'

export const handle: RouteHandle = { script: true }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const ballot = await context.platform.ballots
    .showBallot(params)
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return {
    ballot,
    isGuest: context.platform.actor.kind === 'guest',
    updatedAt: ballot.closedAt ?? ballot.openedAt,
  }
}

const done = {
  called: 'ballots.done.called',
  opened: 'ballots.done.opened',
  closed: 'ballots.done.closed',
  cancelled: 'ballots.done.cancelled',
  voted: 'ballots.done.voted',
}

export default function Ballot() {
  const { _ } = useLingui()
  const { ballot, isGuest } = useLoaderData<typeof loader>()
  const { proposal, consultation, state, result } = ballot
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb
        way={[
          { href: `/consultations/${consultation.id}`, label: consultation.title.text },
          { href: `/proposals/${proposal.id}`, label: proposal.title },
        ]}
      />
      <Done said={done} />
      <PageHeading
        above={_('ballots.one', { number: proposal.number })}
        title={proposal.title}
        language={proposal.language}
        badges={<BallotState state={state} outcome={result?.outcome} />}
      />
      {ballot.meeting && (
        <p>
          <a href={`/rooms/${ballot.meeting.roomId}#decisions`}>
            {_('ballots.of-meeting', { number: ballot.meeting.number })}
          </a>
        </p>
      )}
      <section aria-labelledby="question" className="asked">
        <h2 id="question">{_('ballots.question')}</h2>
        <UserText text={proposal.ask} language={proposal.language} />
        <p>
          <a href={`/proposals/${proposal.id}?version=${proposal.version}`}>
            {_('ballots.read-text', { version: proposal.version })}
          </a>
        </p>
      </section>
      {ballot.correctsId && (
        <p>
          <a href={`/ballots/${ballot.correctsId}`}>{_('polls.corrects')}</a>
        </p>
      )}
      {ballot.correctedBy && (
        <Notice tone="warn">
          <a href={`/ballots/${ballot.correctedBy}`}>{_('polls.corrected-by')}</a>
        </Notice>
      )}
      <CastVotes ballot={ballot} isGuest={isGuest} />
      {result && <BallotResult ballot={ballot} result={result} />}
      <BallotRules ballot={ballot} />
      <BallotActs id={ballot.id} proposal={proposal} may={ballot.may} />
    </main>
  )
}
