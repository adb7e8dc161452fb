import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { searchFields } from '#app/form-fields.ts'
import { Badge } from '#app/pieces/badge.tsx'
import { Card } from '#app/pieces/card.tsx'
import { EmptyState } from '#app/pieces/empty-state.tsx'
import { Moment } from '#app/pieces/moment.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { Pagination } from '#app/pieces/pagination.tsx'
import { UserText, UserWords } from '#app/pieces/user-text.tsx'
import { refusedPage } from '#app/refused.ts'

const done = ['hidden', 'dismissed', 'restored']

export async function loader({ request, context }: LoaderFunctionArgs) {
  const queue = await context.platform.moderation
    .listQueue(searchFields(request, ['after']))
    .catch((thrown: unknown) => refusedPage(thrown, request))
  const said = new URL(request.url).searchParams.get('done')
  return { queue, done: done.find((word) => word === said) ?? null }
}

export default function Moderation() {
  const { _ } = useLingui()
  const { queue, done } = useLoaderData<typeof loader>()
  return (
    <main id="content" className="page">
      <PageHeading title={_('moderation.title')} lead={_('moderation.lead')}>
        <p>
          <a href="/moderation/log">{_('moderation.log')}</a>
        </p>
      </PageHeading>
      {done && (
        <Notice tone="good" spoken>
          {_(`moderation.done.${done}`)}
        </Notice>
      )}
      {queue.reported.length === 0 ? (
        <EmptyState title={_('moderation.empty')} />
      ) : (
        <ul className="plain-list stack">
          {queue.reported.map((each) => (
            <li key={each.id}>
              <Card
                level={2}
                above={
                  <UserWords
                    text={each.consultation.title.text}
                    language={each.consultation.title.language}
                  />
                }
                title={_(each.kind === 'message' ? 'moderation.message' : 'moderation.need')}
                href={`/moderation/${each.kind}/${each.id}`}
                badges={each.reasons.map((reason) => (
                  <Badge key={reason} tone="warn">
                    {_(`moderation.reason.${reason}`)}
                  </Badge>
                ))}
                foot={
                  <>
                    {_('moderation.reporters', { reporters: each.reporters })} ·{' '}
                    <Moment at={each.firstAt} as="day-time" />
                  </>
                }
              >
                {each.title && <UserText text={each.title} language={each.language} />}
                <UserText text={short(each.text)} language={each.language} />
              </Card>
            </li>
          ))}
        </ul>
      )}
      <Pagination older={queue.after && `/moderation?after=${encodeURIComponent(queue.after)}`} />
    </main>
  )
}

function short(text: string): string {
  return text.length > 400 ? `${text.slice(0, 400)}…` : text
}
