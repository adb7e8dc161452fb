import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { answererToken } from '#app/answerer-cookie.ts'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { Done } from '#app/pieces/done.tsx'
import { EmptyState } from '#app/pieces/empty-state.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { UserWords } from '#app/pieces/user-text.tsx'
import { refusedPage } from '#app/refused.ts'
import { votes } from '#server/opinions/words.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return context.platform.opinions
    .listMyAnswers({ consultationId: params['consultationId'] ?? '', token: answererToken(request) })
    .catch((thrown: unknown) => refusedPage(thrown, request))
}

const done = { changed: 'opinions.done.changed' }

export default function MyAnswers() {
  const { _ } = useLingui()
  const { consultation, answers, mayChange } = useLoaderData<typeof loader>()
  const page = `/consultations/${consultation.id}/opinions`
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb
        way={[
          { href: `/consultations/${consultation.id}`, label: consultation.title.text },
          { href: page, label: _('opinions.title') },
        ]}
      />
      <Done said={done} />
      <PageHeading title={_('opinions.mine')} lead={_('opinions.mine.lead')} />
      {answers.length === 0 && <EmptyState title={_('opinions.mine.none')} />}
      <ol className="plain-list stack">
        {answers.map(({ id, text, language, vote }) => (
          <li key={id} className="card">
            <p id={`s-${id}`}>
              <UserWords text={text} language={language} />
            </p>
            <form method="post" action={page} className="cluster">
              <input type="hidden" name="statementId" value={id} />
              <input type="hidden" name="from" value="mine" />
              {votes.map((each) => (
                <button
                  key={each}
                  type="submit"
                  name="vote"
                  value={each}
                  disabled={!mayChange}
                  aria-pressed={each === vote}
                  aria-describedby={`s-${id}`}
                  className={
                    each === vote ? 'btn btn-primary btn-small' : 'btn btn-outline-primary btn-small'
                  }
                >
                  {_(`opinions.vote.${each}`)}
                </button>
              ))}
            </form>
          </li>
        ))}
      </ol>
      <p className="band">
        <a href={page}>{_('opinions.go-on')}</a>
      </p>
    </main>
  )
}
