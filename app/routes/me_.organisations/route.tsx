import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Badge } from '#app/pieces/badge.tsx'
import { Done } from '#app/pieces/done.tsx'
import { EmptyState } from '#app/pieces/empty-state.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { refusedPage } from '#app/refused.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  return context.platform.organisations
    .myOrganisations({})
    .catch((thrown: unknown) => refusedPage(thrown, request))
}

const tones = { pending: 'warn', verified: 'good', rejected: 'bad' } as const
const said = { left: 'organisations.done.left' }

export default function MyOrganisations() {
  const { _ } = useLingui()
  const { organisations, mayVerify } = useLoaderData<typeof loader>()
  return (
    <main id="content" className="page page-narrow">
      <Done said={said} />
      <PageHeading title={_('organisations.mine')} />
      {organisations.length === 0 && (
        <EmptyState title={_('organisations.mine.none')}>{_('organisations.mine.none.text')}</EmptyState>
      )}
      <ul className="plain-list stack">
        {organisations.map((organisation) => (
          <li key={organisation.id}>
            <h2>
              <a href={`/organisations/${organisation.id}`}>
                <bdi>{organisation.name}</bdi>
              </a>
            </h2>
            <p className="cluster">
              <span>{_(`organisations.role.${organisation.role}`)}</span>
              <Badge tone={tones[organisation.state]}>{_(`organisations.state.${organisation.state}`)}</Badge>
            </p>
          </li>
        ))}
      </ul>
      <p className="cluster mt-4">
        <a className="btn btn-primary" href="/organisations/new">
          {_('organisations.register')}
        </a>
        {mayVerify && <a href="/organisations/to-verify">{_('organisations.to-verify')}</a>}
      </p>
    </main>
  )
}
