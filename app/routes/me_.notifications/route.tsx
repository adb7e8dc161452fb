import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { searchFields } from '#app/form-fields.ts'
import { Done } from '#app/pieces/done.tsx'
import { EmptyState } from '#app/pieces/empty-state.tsx'
import { FollowButton } from '#app/pieces/follow-button.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { Pagination } from '#app/pieces/pagination.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { UserWords } from '#app/pieces/user-text.tsx'
import { refusedPage } from '#app/refused.ts'
import { NoticeItem } from './notice-item.tsx'
import { RhythmForm } from './rhythm-form.tsx'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { notices } = context.platform
  const [listed, follows] = await Promise.all([
    notices.listNotices(searchFields(request, ['after'])),
    notices.listFollows({}),
  ]).catch((thrown: unknown) => refusedPage(thrown, request))
  return { ...listed, follows }
}

const places = { consultation: 'consultations', need: 'needs', proposal: 'proposals' }

export default function Notifications() {
  const { _ } = useLingui()
  const { notices, older, rhythm, follows } = useLoaderData<typeof loader>()
  return (
    <main id="content" className="page">
      <PageHeading title={_('notices.title')} lead={_('notices.lead')} />
      <Done said={{ read: 'notices.done.read', rhythm: 'notices.done.rhythm' }} />
      <div className="with-aside">
        <section aria-labelledby="news">
          <div className="cluster">
            <h2 id="news">{_('notices.news')}</h2>
            {notices.some((notice) => !notice.isRead) && (
              <form method="post" action="/me/notifications/read">
                <SubmitButton tone="quiet" small>
                  {_('notices.read-all')}
                </SubmitButton>
              </form>
            )}
          </div>
          {notices.length === 0 && (
            <EmptyState title={_('notices.none')}>{_('notices.none.text')}</EmptyState>
          )}
          <ul className="plain-list notices-list">
            {notices.map((notice) => (
              <NoticeItem key={notice.id} notice={notice} />
            ))}
          </ul>
          <Pagination older={older && `/me/notifications?after=${older}`} />
        </section>
        <aside className="stack">
          <RhythmForm rhythm={rhythm} />
          <section aria-labelledby="follows">
            <h2 id="follows">{_('notices.follows')}</h2>
            {follows.length === 0 && <p className="muted">{_('notices.follows.none')}</p>}
            <ul className="plain-list stack">
              {follows.map(({ kind, id, title }) => (
                <li key={id}>
                  <p>
                    <span className="small muted">{_(`notices.kind.${kind}`)}</span>
                    <br />
                    <a href={`/${places[kind]}/${id}`}>
                      <UserWords text={title.text} language={title.language} />
                    </a>
                  </p>
                  <FollowButton kind={kind} id={id} isFollowing back="/me/notifications" named={title.text} />
                </li>
              ))}
            </ul>
          </section>
        </aside>
      </div>
    </main>
  )
}
