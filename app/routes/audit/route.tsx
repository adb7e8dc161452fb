import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { EmptyState } from '#app/pieces/empty-state.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { Pagination } from '#app/pieces/pagination.tsx'
import { refusedPage } from '#app/refused.ts'
import { EntryTable } from './entry-table.tsx'
import { Publications } from './publications.tsx'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const before = new URL(request.url).searchParams.get('before') ?? ''
  return context.platform.audit.showChain({ before }).catch((thrown: unknown) => refusedPage(thrown, request))
}

export default function Audit() {
  const { _ } = useLingui()
  const { head, publications, entries, older } = useLoaderData<typeof loader>()
  return (
    <main id="content" className="page">
      <PageHeading title={_('audit.title')} lead={_('audit.lead')} />
      {head === null ? (
        <EmptyState title={_('audit.none')} />
      ) : (
        <>
          <section className="band" aria-labelledby="head">
            <h2 id="head">{_('audit.head')}</h2>
            <p>{_('audit.head.text')}</p>
            <p>{_('audit.number', { seq: head.seq })}</p>
            <p className="ballot-hash" dir="ltr">
              {head.hash}
            </p>
          </section>
          <section className="band stack" aria-labelledby="check">
            <h2 id="check">{_('audit.check')}</h2>
            <p>{_('audit.check.text')}</p>
            <p className="cluster">
              <a className="btn btn-primary" href="/audit.json">
                {_('audit.download-json')}
              </a>
              <a className="btn btn-outline-primary" href="/audit.csv">
                {_('audit.download-csv')}
              </a>
            </p>
            <p>
              {_('audit.check.command')} <code dir="ltr">npx tavolo audit tavolo-audit.json</code>
            </p>
          </section>
          <Publications publications={publications} />
          <EntryTable entries={entries} />
          <Pagination older={older === null ? null : `/audit?before=${older}#entries`} />
        </>
      )}
    </main>
  )
}
