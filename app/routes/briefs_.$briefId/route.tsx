import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BriefBody } from '#app/pieces/brief/brief-body.tsx'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { Icon } from '#app/pieces/icon.tsx'
import { Moment } from '#app/pieces/moment.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { UserWords } from '#app/pieces/user-text.tsx'
import { refusedPage } from '#app/refused.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const brief = await context.platform.briefs
    .showBrief(params)
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return { brief, origin: context.site.origin, updatedAt: brief.publishedAt }
}

export default function Brief() {
  const { _ } = useLingui()
  const { brief, origin } = useLoaderData<typeof loader>()
  const { content, title, table, newer, older } = brief
  return (
    <main id="content" className="page brief">
      <Breadcrumb way={[{ href: '/briefs', label: _('briefs.title') }]} />
      <PageHeading
        title={title.text}
        language={title.language}
        above={_('briefs.number', { number: content.number ?? 0, year: String(content.year ?? '') })}
        lead={
          <>
            <UserWords text={table.text} language={table.language} /> ·{' '}
            <Moment at={content.publishedOn ?? brief.publishedAt} />
          </>
        }
      />
      {newer && (
        <Notice tone="warn" title={_('briefs.newer.title')}>
          <a href={`/briefs/${newer.id}`}>
            {_('briefs.newer', { number: newer.number, year: String(newer.year) })}
          </a>
        </Notice>
      )}
      {!content.consultation.isPublic && <Notice>{_('briefs.members')}</Notice>}
      <BriefBody content={content} goal={brief.goal} origin={origin} />
      <section className="band brief-seal" aria-labelledby="seal">
        <h2 id="seal">{_('briefs.seal')}</h2>
        <p>{_('briefs.seal.text')}</p>
        <p>
          SHA-256{' '}
          <code className="brief-hash" dir="ltr">
            {brief.sha256}
          </code>
        </p>
        <p className="cluster">
          <a href={`${origin}/briefs/${brief.id}.json`}>
            <Icon name="download" small /> {_('briefs.machine-readable')}
          </a>
          {older && (
            <a href={`/briefs/${older.id}`}>
              {_('briefs.older', { number: older.number, year: String(older.year) })}
            </a>
          )}
        </p>
      </section>
    </main>
  )
}
