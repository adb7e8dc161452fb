import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Card } from '#app/pieces/card.tsx'
import { EmptyState } from '#app/pieces/empty-state.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SmallTablePicture } from '#app/pieces/table-picture.tsx'
import { UserWords } from '#app/pieces/user-text.tsx'
import { refusedPage } from '#app/refused.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  return context.platform.tables.listTables({}).catch((thrown: unknown) => refusedPage(thrown, request))
}

export default function Tables() {
  const { _ } = useLingui()
  const { tables, may } = useLoaderData<typeof loader>()
  const regions = [...new Set(tables.map((table) => table.region))]
  return (
    <main id="content" className="page">
      <PageHeading title={_('tables.title')} lead={_('tables.lead')}>
        {may.found && (
          <p>
            <a className="btn btn-primary" href="/tables/new">
              {_('tables.new')}
            </a>
          </p>
        )}
      </PageHeading>
      {tables.length === 0 && <EmptyState title={_('tables.none')}>{_('tables.none.text')}</EmptyState>}
      <div className="grid">
        {regions.map((region) => (
          <section key={region ?? ''}>
            <h2>{region ?? _('tables.interregional')}</h2>
            <ul className="plain-list stack">
              {tables
                .filter((table) => table.region === region)
                .map(({ id, name, territory, seats }) => (
                  <li key={id}>
                    <Card
                      title={<UserWords text={name.text} language={name.language} />}
                      href={`/tables/${id}`}
                      foot={_('tables.seats.filled', {
                        seats: seats.length,
                        filled: seats.filter((seat) => seat.holder !== null).length,
                      })}
                      {...(territory !== region && { above: territory })}
                    >
                      <SmallTablePicture name={name.text} seats={seats} />
                    </Card>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </main>
  )
}
