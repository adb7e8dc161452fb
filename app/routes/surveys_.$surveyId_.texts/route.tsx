import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { searchFields } from '#app/form-fields.ts'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { Done } from '#app/pieces/done.tsx'
import { EmptyState } from '#app/pieces/empty-state.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { useWords } from '#app/pieces/release/use-words.ts'
import { refusedPage } from '#app/refused.ts'
import { OneText } from './one-text.tsx'
import { Themes } from './themes.tsx'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const after = new URL(request.url).searchParams.get('after') ?? ''
  const texts = await context.platform.releases
    .readTexts({ surveyId: params['surveyId'] ?? '', ...searchFields(request, ['question', 'after']) })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return { ...texts, after }
}

export default function SurveyTexts() {
  const { _ } = useLingui()
  const words = useWords()
  const read = useLoaderData<typeof loader>()
  const { survey, questions, question, texts, older, themes, quotations, waits, after } = read
  const page = `/surveys/${survey.id}/texts`
  const here = `question=${encodeURIComponent(question?.question ?? '')}`
  return (
    <main id="content" className="page">
      <Breadcrumb
        way={[
          { href: `/surveys/${survey.id}`, label: survey.title },
          { href: `/surveys/${survey.id}/results`, label: _('releases.title') },
        ]}
      />
      <PageHeading
        title={_('releases.texts')}
        above={<bdi>{survey.title}</bdi>}
        lead={_('releases.texts.lead')}
      />
      <Done
        said={{
          theme: 'releases.done.theme',
          'theme-removed': 'releases.done.theme-removed',
          grouped: 'releases.done.grouped',
          quoted: 'releases.done.quoted',
          'quotation-removed': 'releases.done.quotation-removed',
          statement: 'releases.done.statement',
        }}
      />
      {waits && <Notice>{_(`refusal.${waits}`)}</Notice>}
      {!waits && questions.length === 0 && (
        <EmptyState title={_('releases.texts.no-questions')}>
          <p>{_('releases.texts.no-questions.text')}</p>
        </EmptyState>
      )}
      {!waits && questions.length > 1 && (
        <nav aria-label={_('releases.texts.questions')}>
          <ul className="plain-list cluster">
            {questions.map((each) => (
              <li key={each.question}>
                <a
                  href={`${page}?question=${encodeURIComponent(each.question)}`}
                  aria-current={each.question === question?.question ? 'page' : undefined}
                >
                  <bdi>{words.ofQuestion(each)}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {question && (
        <section className="band" aria-labelledby="question">
          <h2 id="question">
            <bdi>{words.ofQuestion(question)}</bdi>
          </h2>
          <Themes read={read} page={page} here={here} />
          {quotations.length > 0 && (
            <section className="band stack" aria-labelledby="quotations">
              <h3 id="quotations">{_('releases.quotations')}</h3>
              <p>{_('releases.quotations.text')}</p>
              {quotations.map(({ id, text, language }) => (
                <div key={id}>
                  <blockquote lang={language} dir="auto">
                    {text}
                  </blockquote>
                  <form method="post" action={`${page}/quotations/removal?${here}`}>
                    <input type="hidden" name="quotationId" value={id} />
                    <button className="btn btn-outline-primary btn-sm">
                      {_('releases.quotations.remove')}
                    </button>
                  </form>
                </div>
              ))}
            </section>
          )}
          <section className="band" aria-labelledby="one-by-one">
            <h3 id="one-by-one">{_('releases.texts.one-by-one')}</h3>
            {texts.length === 0 && <p className="muted">{_('releases.texts.none')}</p>}
            <ul className="plain-list stack">
              {texts.map((text) => (
                <OneText
                  key={text.responseId}
                  text={text}
                  question={question.question}
                  themes={themes}
                  page={page}
                  here={`${here}${after ? `&after=${after}` : ''}`}
                />
              ))}
            </ul>
            {older && (
              <p>
                <a href={`${page}?${here}&after=${older}`}>{_('releases.texts.more')}</a>
              </p>
            )}
          </section>
        </section>
      )}
    </main>
  )
}
