import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { searchFields } from '#app/form-fields.ts'
import { BallotState } from '#app/pieces/ballot-state.tsx'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { EmptyState } from '#app/pieces/empty-state.tsx'
import { VoteUntil } from '#app/pieces/vote-until.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { Pagination } from '#app/pieces/pagination.tsx'
import { refusedPage } from '#app/refused.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { ballots, consultations, polls } = context.platform
  const { id, title, closedAt, may } = await consultations
    .showConsultation(params)
    .catch((thrown: unknown) => refusedPage(thrown, request))
  const [asked, several] = await Promise.all([
    ballots.listBallots({ consultationId: id, ...searchFields(request, ['after']) }),
    polls.listPolls({ consultationId: id }),
  ]).catch((thrown: unknown) => refusedPage(thrown, request))
  return { id, title, mayCompose: may.lead && closedAt === null, ...asked, polls: several }
}

export default function Polls() {
  const { _ } = useLingui()
  const { id, title, ballots, next, polls, mayCompose } = useLoaderData<typeof loader>()
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb way={[{ href: `/consultations/${id}`, label: title.text }]} />
      <PageHeading title={_('polls.title')} lead={_('polls.lead')} />
      {mayCompose && (
        <p>
          <a className="btn btn-primary" href={`/consultations/${id}/polls/new`}>
            {_('polls.compose')}
          </a>
        </p>
      )}
      {ballots.length + polls.length === 0 && <EmptyState title={_('polls.none')} />}
      {polls.length > 0 && (
        <Votes title={_('polls.several')}>
          {polls.map((poll) => (
            <li key={poll.id}>
              <h3 className="h5">
                <a href={`/polls/${poll.id}`}>
                  <bdi lang={poll.language}>{poll.title}</bdi>
                </a>
              </h3>
              <p className="cluster">
                <BallotState state={poll.state} />
                <span>{_(`polls.kind.${poll.kind}`)}</span>
                <VoteUntil state={poll.state} closesAt={poll.closesAt} />
              </p>
            </li>
          ))}
        </Votes>
      )}
      {ballots.length > 0 && (
        <Votes title={_('polls.yes-or-no')}>
          {ballots.map(({ id, proposal, state, outcome, closesAt }) => (
            <li key={id}>
              <h3 className="h5">
                <a href={`/ballots/${id}`}>
                  <bdi lang={proposal.language}>{proposal.title}</bdi>
                </a>
              </h3>
              <p className="cluster">
                <BallotState state={state} outcome={outcome} />
                <VoteUntil state={state} closesAt={closesAt} />
              </p>
            </li>
          ))}
        </Votes>
      )}
      <Pagination older={next && `/consultations/${id}/polls?after=${next}`} />
    </main>
  )
}

function Votes({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="band">
      <h2>{title}</h2>
      <ul className="plain-list home-list">{children}</ul>
    </section>
  )
}
