import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { searchFields } from '#app/form-fields.ts'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { Pagination } from '#app/pieces/pagination.tsx'
import { VotesTable } from '#app/pieces/votes-table.tsx'
import { refusedPage } from '#app/refused.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const list = await context.platform.ballots
    .listVotes({ ...searchFields(request, ['after']), ...params })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return { ...list, ballotId: String(params['ballotId']) }
}

export default function Votes() {
  const { _ } = useLingui()
  const { votes, next, proposal, ballotId } = useLoaderData<typeof loader>()
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb way={[{ href: `/ballots/${ballotId}`, label: proposal.title }]} />
      <PageHeading title={_('ballots.who-voted')} lead={_('ballots.result.persons.text')} />
      <VotesTable
        caption={_('ballots.who-voted')}
        hidesCaption
        elector={_('ballots.person')}
        votes={votes.map(({ personId, choice, ...vote }) => ({
          ...vote,
          id: personId,
          vote: _(`ballots.choice.${choice}`),
        }))}
      />
      <Pagination older={next ? `/ballots/${ballotId}/votes?after=${next}` : null} />
    </main>
  )
}
