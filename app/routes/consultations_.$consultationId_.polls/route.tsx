import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BallotState } from '#app/pieces/ballot-state.tsx'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { EmptyState } from '#app/pieces/empty-state.tsx'
import { Moment } from '#app/pieces/moment.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { refusedPage } from '#app/refused.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { consultations, polls } = context.platform
  const { id, title, closedAt, may } = await consultations
    .showConsultation(params)
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return {
    id,
    title,
    mayCompose: may.lead && closedAt === null,
    polls: await polls.listPolls({ consultationId: id }),
  }
}

export default function Polls() {
  const { _ } = useLingui()
  const { id, title, polls, mayCompose } = useLoaderData<typeof loader>()
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
      {polls.length === 0 ? (
        <EmptyState title={_('polls.none')} />
      ) : (
        <ul className="plain-list stack">
          {polls.map((poll) => (
            <li key={poll.id} className="band">
              <h2 className="h5">
                <a href={`/polls/${poll.id}`}>
                  <bdi lang={poll.language}>{poll.title}</bdi>
                </a>
              </h2>
              <p className="cluster">
                <BallotState state={poll.state} />
                <span>{_(`polls.kind.${poll.kind}`)}</span>
                <span>
                  {_('polls.until')} <Moment at={poll.closesAt} as="day-time" />
                </span>
              </p>
            </li>
          ))}
        </ul>
      )}
    </main>
  )
}
