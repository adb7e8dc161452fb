import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { searchFields } from '#app/form-fields.ts'
import { Card } from '#app/pieces/card.tsx'
import { EmptyState } from '#app/pieces/empty-state.tsx'
import { Moment } from '#app/pieces/moment.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { Pagination } from '#app/pieces/pagination.tsx'
import { ProposalState } from '#app/pieces/proposal-state.tsx'
import { UserText, UserWords } from '#app/pieces/user-text.tsx'
import { refusedPage } from '#app/refused.ts'
import { publicStates } from '#server/proposals/words.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { consultation, need, state, after } = searchFields(request, [
    'consultation',
    'need',
    'state',
    'after',
  ])
  const list = await context.platform.proposals
    .listProposals({ consultationId: consultation, needId: need, state, after })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  const { searchParams } = new URL(request.url)
  return {
    ...list,
    consultation: searchParams.get('consultation'),
    state: searchParams.get('state'),
    updatedAt: list.proposals[0]?.changedAt,
  }
}

export default function Proposals() {
  const { _ } = useLingui()
  const { proposals, next, mayDraft, consultation, state } = useLoaderData<typeof loader>()
  const within = proposals[0]?.consultation.title
  const address = (more: Record<string, string>) =>
    `/proposals?${new URLSearchParams({ ...(consultation ? { consultation } : {}), ...more }).toString()}`
  return (
    <main id="content" className="page">
      <PageHeading
        title={_('proposals.list')}
        above={
          consultation && within ? (
            <a href={`/consultations/${consultation}`}>
              <UserWords text={within.text} language={within.language} />
            </a>
          ) : undefined
        }
        lead={_('proposals.list.lead')}
      />
      {mayDraft && consultation && (
        <p>
          <a className="btn btn-primary" href={`/proposals/new?consultation=${consultation}`}>
            {_('proposals.new')}
          </a>
        </p>
      )}
      <nav aria-label={_('proposals.filter')}>
        <ul className="cluster plain-list">
          <li>
            <a href={address({})} aria-current={state ? undefined : 'true'}>
              {_('proposals.state.all')}
            </a>
          </li>
          {publicStates.map((each) => (
            <li key={each}>
              <a href={address({ state: each })} aria-current={state === each ? 'true' : undefined}>
                {_(`proposals.state.${each}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {proposals.length === 0 && (
        <EmptyState title={_('proposals.none')}>{_('proposals.none.text')}</EmptyState>
      )}
      <ul className="grid plain-list">
        {proposals.map((proposal) => (
          <li key={proposal.id}>
            <Card
              level={2}
              above={
                <>
                  {_('proposals.number', { number: proposal.number })} ·{' '}
                  <UserWords
                    text={proposal.consultation.title.text}
                    language={proposal.consultation.title.language}
                  />
                </>
              }
              title={<UserWords text={proposal.title} language={proposal.language} />}
              href={`/proposals/${proposal.id}`}
              badges={<ProposalState state={proposal.state} />}
              foot={
                <>
                  {_('proposals.from-needs', { n: proposal.sourceCount })} ·{' '}
                  <Moment at={proposal.changedAt} as="short" />
                </>
              }
            >
              <UserText text={proposal.ask} language={proposal.language} />
            </Card>
          </li>
        ))}
      </ul>
      <Pagination older={next ? address({ ...(state ? { state } : {}), after: next }) : null} />
    </main>
  )
}
