import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { searchFields } from '#app/form-fields.ts'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { Pagination } from '#app/pieces/pagination.tsx'
import { NamedVotes } from '#app/pieces/poll-count/named-votes.tsx'
import { refusedPage } from '#app/refused.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const list = await context.platform.polls
    .listVotes({ ...searchFields(request, ['after']), ...params })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return { ...list, unit: String(params['unit']) }
}

export default function Votes() {
  const { _ } = useLingui()
  const { poll, votes, next, unit } = useLoaderData<typeof loader>()
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb way={[{ href: `/polls/${poll.id}`, label: poll.title }]} />
      <PageHeading title={_('polls.who-voted')} above={_(`polls.result.${unit}`)} />
      <NamedVotes options={poll.options} votes={votes} />
      <Pagination older={next ? `/polls/${poll.id}/votes/${unit}?after=${next}` : null} />
    </main>
  )
}
