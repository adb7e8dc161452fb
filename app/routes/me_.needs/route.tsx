import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { searchFields } from '#app/form-fields.ts'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { Card } from '#app/pieces/card.tsx'
import { Done } from '#app/pieces/done.tsx'
import { EmptyState } from '#app/pieces/empty-state.tsx'
import { Moment } from '#app/pieces/moment.tsx'
import { NeedCard } from '#app/pieces/need-card.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { Pagination } from '#app/pieces/pagination.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { UserWords } from '#app/pieces/user-text.tsx'
import { refusedPage } from '#app/refused.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  return context.platform.needs
    .listMyNeeds(searchFields(request, ['after']))
    .catch((thrown: unknown) => refusedPage(thrown, request))
}

const done = { 'draft-kept': 'needs.done.draft-kept', 'draft-dropped': 'needs.done.draft-dropped' }

export default function MyNeeds() {
  const { _ } = useLingui()
  const { drafts, needs, next } = useLoaderData<typeof loader>()
  return (
    <main id="content" className="page">
      <Breadcrumb way={[{ href: '/me', label: _('entry.me.title') }]} />
      <PageHeading title={_('needs.mine')} lead={_('needs.mine.lead')} />
      <Done said={done} />
      {drafts.length > 0 && (
        <section aria-labelledby="drafts">
          <h2 id="drafts">{_('needs.drafts')}</h2>
          <ul className="grid">
            {drafts.map(({ clientId, consultation, title, language, keptAt }) => (
              <li key={clientId}>
                <Card
                  above={<UserWords text={consultation.text} language={consultation.language} />}
                  title={title ? <UserWords text={title} language={language} /> : _('needs.draft.untitled')}
                  href={`/consultations/${consultation.id}/needs/new?draft=${clientId}`}
                  foot={
                    <form
                      method="post"
                      action={`/me/needs/drafts/${clientId}/withdrawal`}
                      className="cluster"
                    >
                      <Moment at={keptAt} as="short" />
                      <SubmitButton tone="quiet" small>
                        {_('needs.draft.drop')}
                      </SubmitButton>
                    </form>
                  }
                />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className={drafts.length > 0 ? 'band' : undefined} aria-labelledby="posted">
        <h2 id="posted">{_('needs.posted')}</h2>
        {needs.length === 0 && (
          <EmptyState title={_('needs.mine.none')}>
            <p>
              <a href="/consultations">{_('needs.mine.none.text')}</a>
            </p>
          </EmptyState>
        )}
        <ul className="grid">
          {needs.map((need) => (
            <li key={need.id}>
              <NeedCard need={need} level={3} />
            </li>
          ))}
        </ul>
      </section>
      <Pagination older={next ? `/me/needs?after=${next}` : null} />
    </main>
  )
}
