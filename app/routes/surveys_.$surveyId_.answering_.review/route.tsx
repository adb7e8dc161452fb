import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields, searchFields } from '#app/form-fields.ts'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { SurveyLanguages } from '#app/pieces/survey/survey-languages.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import {
  clearResponding,
  respondingOn,
  sendingAs,
  timesAnswered,
  writeAnswered,
} from '#app/responding-cookie.ts'
import { useRefused } from '#app/use-refused.ts'
import { SaidList } from './said-list.tsx'
import { SendAs } from './send-as.tsx'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const surveyId = params['surveyId'] ?? ''
  const responding = respondingOn(request)
  if (!responding) throw redirect(`/surveys/${surveyId}/answering/resumption`)
  const { key, by, with: held } = responding
  const shown = await context.platform.responses
    .showReview({ ...searchFields(request, ['language']), surveyId, key })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return { shown, by, held: held ?? '', newId: context.newId }
}

/** Sends it. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const surveyId = params['surveyId'] ?? ''
  const responding = respondingOn(request)
  if (!responding) throw redirect(`/surveys/${surveyId}/answering/resumption`)
  const fields = await formFields(request)
  const { origin } = context.site
  try {
    await context.platform.responses.sendResponse({
      ...sendingAs(responding),
      ...fields,
      surveyId,
      key: responding.key,
    })
    const headers = new Headers({ 'Set-Cookie': clearResponding(surveyId, origin) })
    if (responding.by === 'link')
      headers.append('Set-Cookie', writeAnswered(surveyId, timesAnswered(request) + 1, origin))
    return redirect(`/surveys/${surveyId}/answering/thanks`, { status: 303, headers })
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function Review() {
  const { _ } = useLingui()
  const { shown, by, held, newId } = useLoaderData<typeof loader>()
  const sent = useRefused(useActionData<typeof action>())
  const { survey, language, languages, pages, wrong, ways, isOnBehalf } = shown
  const missing = Object.keys(wrong).length
  const address = `/surveys/${survey.id}/answering`
  const own = Object.fromEntries(Object.entries(sent.errors).filter(([name]) => name === 'code'))
  return (
    <main id="content" className="page page-narrow">
      <PageHeading title={_('responses.review')} above={survey.title} lead={_('responses.review.lead')} />
      <SurveyLanguages languages={languages} language={language} page={`${address}/review`} />
      <ErrorSummary errors={own} message={missing === 0 ? sent.message : undefined} />
      {missing > 0 && (
        <Notice tone="bad" spoken title={_('responses.review.wrong', { n: missing })}>
          {_('responses.review.wrong.text')}
        </Notice>
      )}
      {pages.map(({ page, drawn }) => (
        <section
          key={page}
          className="survey-said"
          aria-label={_('responses.page', { place: page + 1, pages: pages.length })}
        >
          <div lang={language.code} dir={language.direction}>
            <SaidList drawn={drawn} wrong={wrong} />
          </div>
          <a href={`${address}?page=${page}`}>
            {_('responses.change')}{' '}
            <span className="visually-hidden">
              {_('responses.page', { place: page + 1, pages: pages.length })}
            </span>
          </a>
        </section>
      ))}
      <form method="post" action={`${address}/review`} className="form">
        <input type="hidden" name="clientId" value={newId} />
        {!isOnBehalf && <SendAs ways={ways} by={by} held={held} errors={sent.errors} typed={sent.typed} />}
        <div className="survey-buttons">
          <SubmitButton>{_('responses.send')}</SubmitButton>
          <a href={`${address}/saved`}>{_('responses.save')}</a>
        </div>
      </form>
    </main>
  )
}
