import { useLingui } from '@lingui/react'
import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { searchFields } from '#app/form-fields.ts'
import { Desk, deskSurvey } from '#app/pieces/composing/desk.tsx'
import { DrawnList } from '#app/pieces/survey/drawn-list.tsx'
import { SurveyProgress } from '#app/pieces/survey/survey-progress.tsx'
import { refusedPage } from '#app/refused.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { surveys, responses } = context.platform
  const survey = await surveys.showSurvey(params).catch((thrown: unknown) => refusedPage(thrown, request))
  if (survey.form.items.length === 0) throw redirect(`/surveys/${survey.id}/form`)
  const { language, languages, drawn, place, pages } = await responses
    .previewPage({ ...searchFields(request, ['page', 'language']), surveyId: survey.id })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return { survey: deskSurvey(survey), language, languages, drawn, place, pages }
}

/** The survey as a phone shows it to who answers, page by page; nothing that is typed goes anywhere. */
export default function Preview() {
  const { _ } = useLingui()
  const { survey, language, languages, drawn, place, pages } = useLoaderData<typeof loader>()
  const address = (page: number, code: string) =>
    `/surveys/${survey.id}/preview?page=${page}&language=${code}`
  return (
    <Desk survey={survey} at="preview" heading={_('surveys.preview')} lead={_('surveys.preview.lead')}>
      {languages.length > 1 && (
        <nav aria-label={_('surveys.languages')}>
          <ul className="cluster plain-list">
            {languages.map(({ code, label, name }) => (
              <li key={name}>
                <a
                  href={address(place - 1, code)}
                  lang={code}
                  aria-current={name === language.name ? 'true' : undefined}
                >
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <section className="survey-phone" aria-label={_('surveys.preview')}>
        <SurveyProgress place={place} pages={pages} />
        <div className="survey-words form survey-form" lang={language.code} dir={language.direction}>
          <DrawnList drawn={drawn} />
        </div>
        <p className="cluster mt-4">
          {place > 1 && (
            <a className="btn btn-outline-primary" href={address(place - 2, language.code)}>
              {_('responses.back')}
            </a>
          )}
          {place < pages && (
            <a className="btn btn-primary" href={address(place, language.code)}>
              {_('responses.next')}
            </a>
          )}
        </p>
      </section>
    </Desk>
  )
}
