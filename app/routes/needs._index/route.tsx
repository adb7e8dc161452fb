import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { searchFields } from '#app/form-fields.ts'
import { EmptyState } from '#app/pieces/empty-state.tsx'
import { NeedCard } from '#app/pieces/need-card.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { Pagination } from '#app/pieces/pagination.tsx'
import { refusedPage } from '#app/refused.ts'
import { countedUpTo, needSorts } from '#server/needs/words.ts'
import { NeedFilters, filterNames } from './need-filters.tsx'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = searchFields(request, [...filterNames, 'sort', 'after'])
  const list = await context.platform.needs
    .listNeeds(asked)
    .catch((thrown: unknown) => refusedPage(thrown, request))
  const { searchParams } = new URL(request.url)
  const chosen = [...filterNames, 'sort'].flatMap((name) => {
    const value = searchParams.get(name)
    return value ? [[name, value] as const] : []
  })
  return {
    ...list,
    chosen: Object.fromEntries(chosen) as Record<string, string>,
    isFirst: !searchParams.get('after'),
    updatedAt: list.needs[0]?.postedAt,
  }
}

export default function Needs() {
  const { _ } = useLingui()
  const { needs, next, count, asked, regions, provinces, chosen, isFirst } = useLoaderData<typeof loader>()
  const { sort = 'newest', ...filters } = chosen
  return (
    <main id="content" className="page">
      <PageHeading title={_('needs.list')} lead={_('needs.list.lead')} />
      <NeedFilters chosen={chosen} asked={asked} regions={regions} provinces={provinces} />
      <div className="needs-order cluster">
        <output className="muted">
          {count !== null &&
            (count > countedUpTo
              ? _('needs.count.more', { n: countedUpTo })
              : _('needs.count', { n: count }))}
        </output>
        <nav aria-label={_('needs.sort')}>
          <ul className="cluster">
            {needSorts.map((each) => (
              <li key={each}>
                <a
                  href={address({ ...filters, sort: each })}
                  aria-current={each === sort ? 'true' : undefined}
                >
                  {_(`needs.sort.${each}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      {needs.length === 0 && <EmptyState title={_('needs.none')}>{_('needs.none.text')}</EmptyState>}
      <ul className="grid">
        {needs.map((need) => (
          <li key={need.id}>
            <NeedCard need={need} />
          </li>
        ))}
      </ul>
      {!isFirst && (
        <p>
          <a href={address(chosen)}>{_('needs.first-page')}</a>
        </p>
      )}
      <Pagination older={next ? address({ ...chosen, after: next }) : null} />
    </main>
  )
}

function address(search: Record<string, string>): string {
  const query = new URLSearchParams(search).toString()
  return query ? `/needs?${query}` : '/needs'
}
