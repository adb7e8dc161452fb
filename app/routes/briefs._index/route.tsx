import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { searchFields } from '#app/form-fields.ts'
import { Badge } from '#app/pieces/badge.tsx'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { Card } from '#app/pieces/card.tsx'
import { EmptyState } from '#app/pieces/empty-state.tsx'
import { Moment } from '#app/pieces/moment.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { Pagination } from '#app/pieces/pagination.tsx'
import { UserWords } from '#app/pieces/user-text.tsx'
import { refusedPage } from '#app/refused.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { after, consultation } = searchFields(request, ['after', 'consultation'])
  const { briefs, consultations } = context.platform
  const [listed, within] = await Promise.all([
    briefs.listBriefs({ after, consultationId: consultation }),
    consultation === undefined ? null : consultations.showConsultation({ consultationId: consultation }),
  ]).catch((thrown: unknown) => refusedPage(thrown, request))
  return {
    ...listed,
    consultation: within && { id: within.id, title: within.title.text },
    updatedAt: listed.briefs[0]?.publishedAt ?? null,
  }
}

export default function Briefs() {
  const { _ } = useLingui()
  const { briefs, older, consultation, mayPublish } = useLoaderData<typeof loader>()
  return (
    <main id="content" className="page">
      {consultation && (
        <Breadcrumb way={[{ href: `/consultations/${consultation.id}`, label: consultation.title }]} />
      )}
      <PageHeading title={_('briefs.title')} lead={_('briefs.lead')}>
        {consultation && mayPublish && (
          <p>
            <a className="btn btn-primary" href={`/consultations/${consultation.id}/brief`}>
              {_('briefs.new.title')}
            </a>
          </p>
        )}
      </PageHeading>
      {briefs.length === 0 && <EmptyState title={_('briefs.none')}>{_('briefs.none.text')}</EmptyState>}
      <ul className="grid">
        {briefs.map((brief) => (
          <li key={brief.id}>
            <Card
              level={2}
              title={<UserWords text={brief.title.text} language={brief.title.language} />}
              href={`/briefs/${brief.id}`}
              above={_('briefs.number', { number: brief.number, year: String(brief.year) })}
              badges={brief.isSuperseded && <Badge>{_('briefs.superseded')}</Badge>}
              foot={
                <>
                  <UserWords text={brief.table.text} language={brief.table.language} /> ·{' '}
                  <Moment at={brief.publishedAt} />
                </>
              }
            />
          </li>
        ))}
      </ul>
      <Pagination
        older={older && `/briefs?${consultation ? `consultation=${consultation.id}&` : ''}after=${older}`}
      />
    </main>
  )
}
