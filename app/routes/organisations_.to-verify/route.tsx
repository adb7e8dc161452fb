import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { searchFields } from '#app/form-fields.ts'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { EmptyState } from '#app/pieces/empty-state.tsx'
import { Moment } from '#app/pieces/moment.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { Pagination } from '#app/pieces/pagination.tsx'
import { refusedPage } from '#app/refused.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  return context.platform.organisations
    .organisationsToVerify(searchFields(request, ['after']))
    .catch((thrown: unknown) => refusedPage(thrown, request))
}

export default function ToVerify() {
  const { _ } = useLingui()
  const { organisations, older } = useLoaderData<typeof loader>()
  return (
    <main id="content" className="page">
      <Breadcrumb way={[{ href: '/organisations', label: _('organisations.title') }]} />
      <PageHeading title={_('organisations.to-verify')} lead={_('organisations.to-verify.lead')} />
      {organisations.length === 0 && (
        <EmptyState title={_('organisations.to-verify.none')}>
          {_('organisations.to-verify.none.text')}
        </EmptyState>
      )}
      <ul className="plain-list stack">
        {organisations.map((organisation) => (
          <li key={organisation.id}>
            <h2>
              <a href={`/organisations/${organisation.id}`}>
                <bdi>{organisation.name}</bdi>
              </a>
            </h2>
            <p>
              {_(`organisations.kind.${organisation.kind}`)} · {organisation.territory}
              {organisation.territory !== organisation.region && `, ${organisation.region}`}
              {organisation.registerNumber && (
                <>
                  {' '}
                  · <bdi>{organisation.registerNumber}</bdi>
                </>
              )}
            </p>
            <p className="small muted">
              {_('organisations.waiting-since')} <Moment at={organisation.registeredAt} />
            </p>
          </li>
        ))}
      </ul>
      <Pagination older={older ? `/organisations/to-verify?after=${older}` : null} />
    </main>
  )
}
