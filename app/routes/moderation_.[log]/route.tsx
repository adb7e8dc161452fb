import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { searchFields } from '#app/form-fields.ts'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { EmptyState } from '#app/pieces/empty-state.tsx'
import { Moment } from '#app/pieces/moment.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { Pagination } from '#app/pieces/pagination.tsx'
import { UserText, UserWords } from '#app/pieces/user-text.tsx'
import { refusedPage } from '#app/refused.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const log = await context.platform.moderation
    .showLog(searchFields(request, ['before']))
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return { log }
}

export default function ModerationLog() {
  const { _ } = useLingui()
  const { log } = useLoaderData<typeof loader>()
  return (
    <main id="content" className="page">
      <Breadcrumb way={[{ href: '/moderation', label: _('moderation.title') }]} />
      <PageHeading title={_('moderation.log')} lead={_('moderation.log.lead')} />
      {log.entries.length === 0 ? (
        <EmptyState title={_('moderation.log.empty')} />
      ) : (
        <ol className="plain-list stack moderation-log">
          {log.entries.map((entry) => (
            <li key={entry.number}>
              <p className="muted small">
                <span className="number">{_('moderation.log.number', { number: entry.number })}</span> ·{' '}
                <Moment at={entry.at} as="day-time" /> · <UserWords text={entry.moderator} /> ·{' '}
                <UserWords text={entry.table.text} language={entry.table.language} />
              </p>
              <p>
                <strong>
                  {_(`moderation.act.${entry.act}.${entry.kind}`, { detail: entry.detail ?? 0 })}
                </strong>
                {entry.reason &&
                  ` ${_('moderation.because', { reason: _(`moderation.reason.${entry.reason}`) })}`}
              </p>
              {entry.note && <UserText text={entry.note} />}
              {entry.text && (
                <>
                  <blockquote>
                    <UserText text={entry.text.text} language={entry.text.language} />
                  </blockquote>
                  <p>
                    <a href={`/moderation/${entry.kind}/${entry.subjectId}`}>
                      {_('moderation.open')}
                      <span className="visually-hidden">
                        {' '}
                        {_('moderation.log.number', { number: entry.number })}
                      </span>
                    </a>
                  </p>
                </>
              )}
            </li>
          ))}
        </ol>
      )}
      <Pagination older={log.before === null ? null : `/moderation/log?before=${log.before}`} />
    </main>
  )
}
