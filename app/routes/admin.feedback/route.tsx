import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { searchFields } from '#app/form-fields.ts'
import { Badge } from '#app/pieces/badge.tsx'
import { EmptyState } from '#app/pieces/empty-state.tsx'
import { Moment } from '#app/pieces/moment.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { Pagination } from '#app/pieces/pagination.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { UserText } from '#app/pieces/user-text.tsx'
import { refusedPage } from '#app/refused.ts'
import type { FeedbackListed } from '#server/feedback/contract.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = searchFields(request, ['after'])
  const listed = await context.platform.feedback
    .listFeedback(asked)
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return { ...listed, isFirst: asked['after'] === undefined }
}

export default function FeedbackRead() {
  const { _ } = useLingui()
  const { feedback, older, isFirst } = useLoaderData<typeof loader>()
  return (
    <main id="content" className="page page-narrow">
      <PageHeading title={_('feedback.read.title')} lead={_('feedback.read.lead')} />
      {feedback.length === 0 && <EmptyState title={_('feedback.read.none')} />}
      <ul className="plain-list stack">
        {feedback.map((each) => (
          <li key={each.id}>
            <Said feedback={each} />
          </li>
        ))}
      </ul>
      <Pagination
        newer={isFirst ? null : '/admin/feedback'}
        older={older === null ? null : `/admin/feedback?after=${older}`}
      />
    </main>
  )
}

const tones = { yes: 'good', partly: 'warn', no: 'bad' } as const

function Said({ feedback }: { feedback: FeedbackListed }) {
  const { _ } = useLingui()
  const { id, page, useful, hard, words, email, sentAt, settledAt } = feedback
  return (
    <article className="card">
      <h2 className="card-title">
        <bdi dir="ltr">{page}</bdi>
      </h2>
      <div className="cluster">
        <Badge tone={tones[useful]}>{_(`feedback.read.useful.${useful}`)}</Badge>
        {settledAt && <Badge>{_('feedback.read.settled')}</Badge>}
        <span className="muted small">
          <Moment at={sentAt} />
        </span>
      </div>
      {hard.length > 0 && (
        <ul>
          {hard.map((each) => (
            <li key={each}>{_(`feedback.hard.${each}`)}</li>
          ))}
        </ul>
      )}
      {words && <UserText text={words} />}
      {email && (
        <p>
          {_('feedback.read.answer-to')}{' '}
          <a href={`mailto:${encodeURIComponent(email)}`}>
            <bdi dir="ltr">{email}</bdi>
          </a>
        </p>
      )}
      {!settledAt && (
        <form method="post" action={`/admin/feedback/${id}/settlement`}>
          <SubmitButton tone="quiet" small>
            {_('feedback.read.settle')}
          </SubmitButton>
        </form>
      )}
    </article>
  )
}
