import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { Desk, deskSurvey } from '#app/pieces/composing/desk.tsx'
import { codeOf, mainLanguage } from '#app/pieces/composing/outline.ts'
import { useFormRefused } from '#app/pieces/composing/say-problem.ts'
import { Done } from '#app/pieces/done.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { textsOf } from './to-translate.ts'

const onPage = 60

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const survey = await context.platform.surveys
    .showSurvey(params)
    .catch((thrown: unknown) => refusedPage(thrown, request))
  const { form, state, id } = survey
  const search = new URL(request.url).searchParams
  const language = search.get('language') ?? ''
  const main = mainLanguage(form)
  if (state !== 'draft' || !form.languages.includes(language) || language === main)
    throw redirect(`/surveys/${id}/form/languages`)
  const all = textsOf(form)
  const pages = Math.max(1, Math.ceil(all.length / onPage))
  const page = Math.min(Math.max(1, Math.trunc(Number(search.get('page') ?? 1)) || 1), pages)
  return {
    survey: deskSurvey(survey),
    language,
    main,
    page,
    pages,
    texts: all.slice((page - 1) * onPage, page * onPage).map(({ place, texts }) => ({
      place,
      from: texts[main] ?? Object.values(texts)[0] ?? '',
      to: texts[language] ?? '',
    })),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  try {
    const { surveyId } = await context.platform.surveys.translate(fields)
    const search = new URL(request.url).searchParams
    search.set('done', 'kept')
    return redirect(`/surveys/${surveyId}/form/translation?${search.toString()}`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function Translation() {
  const { _ } = useLingui()
  const { survey, language, main, page, pages, texts } = useLoaderData<typeof loader>()
  const { errors, message, typedList } = useFormRefused(useActionData())
  const written = typedList('text')
  const address = `/surveys/${survey.id}/form/translation?language=${encodeURIComponent(language)}`
  return (
    <Desk
      survey={survey}
      heading={_('surveys.translate.into', { language })}
      lead={_('surveys.translate.lead')}
    >
      <Done said={{ kept: 'surveys.done.kept' }} />
      <ErrorSummary errors={errors} message={message} />
      {pages > 1 && (
        <nav aria-label={_('surveys.translate.pages')}>
          <ul className="cluster plain-list">
            {Array.from({ length: pages }, (_page, n) => (
              <li key={n}>
                <a href={`${address}&page=${n + 1}`} aria-current={n + 1 === page ? 'page' : undefined}>
                  {n + 1}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <form method="post" className="form form-wide">
        <input type="hidden" name="version" value={survey.version} />
        <input type="hidden" name="language" value={language} />
        {texts.map(({ place, from, to }, index) => (
          <div key={place} className="survey-side-by-side">
            <input type="hidden" name="place" value={place} />
            <p id={`from-${index}`} lang={codeOf(main)} dir="auto">
              {from}
            </p>
            <textarea
              className="form-control"
              name="text"
              rows={2}
              maxLength={2000}
              dir="auto"
              lang={codeOf(language)}
              aria-labelledby={`from-${index}`}
              defaultValue={written?.[index] ?? to}
            />
          </div>
        ))}
        <div className="cluster">
          <SubmitButton>{_('surveys.keep')}</SubmitButton>
          <a href={`/surveys/${survey.id}/form/languages`}>{_('surveys.back.languages')}</a>
        </div>
      </form>
    </Desk>
  )
}
