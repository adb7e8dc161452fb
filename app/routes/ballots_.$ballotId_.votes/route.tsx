import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { searchFields } from '#app/form-fields.ts'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { Pagination } from '#app/pieces/pagination.tsx'
import { refusedPage } from '#app/refused.ts'
import { WideTable } from '#app/pieces/wide-table.tsx'

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
      <WideTable>
        <table className="table">
          <caption className="visually-hidden">{_('ballots.who-voted')}</caption>
          <thead>
            <tr>
              <th scope="col">{_('ballots.person')}</th>
              <th scope="col">{_('ballots.vote')}</th>
              <th scope="col">{_('ballots.why')}</th>
            </tr>
          </thead>
          <tbody>
            {votes.map(({ personId, name, choice, reason }) => (
              <tr key={personId}>
                <th scope="row">
                  <bdi>{name}</bdi>
                </th>
                <td>{_(`ballots.choice.${choice}`)}</td>
                <td dir="auto">{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
      <Pagination older={next ? `/ballots/${ballotId}/votes?after=${next}` : null} />
    </main>
  )
}
