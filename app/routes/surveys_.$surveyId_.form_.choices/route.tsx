import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { Desk, deskSurvey } from '#app/pieces/composing/desk.tsx'
import { codeOf, mainLanguage } from '#app/pieces/composing/outline.ts'
import { useFormRefused } from '#app/pieces/composing/say-problem.ts'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { WideTable } from '#app/pieces/wide-table.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'

/** More are changed in a spreadsheet: a page of thousands of fields is no help to anybody. */
const most = 200
const empty = 5

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const survey = await context.platform.surveys
    .showSurvey(params)
    .catch((thrown: unknown) => refusedPage(thrown, request))
  const { form, state, id } = survey
  const list = new URL(request.url).searchParams.get('list') ?? ''
  const choices = Object.hasOwn(form.lists, list) ? form.lists[list] : undefined
  if (state !== 'draft' || !choices) throw redirect(`/surveys/${id}/form`)
  const language = mainLanguage(form)
  return {
    survey: deskSurvey(survey),
    list,
    language,
    isTooLong: choices.length > most,
    rows: choices.slice(0, most).map(({ name, label }) => ({ name, label: label[language] ?? '' })),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  try {
    const { surveyId } = await context.platform.surveys.keepChoices(fields)
    return redirect(`/surveys/${surveyId}/form?done=kept`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function Choices() {
  const { _ } = useLingui()
  const { survey, list, language, isTooLong, rows } = useLoaderData<typeof loader>()
  const { errors, message, typedList } = useFormRefused(useActionData())
  const names = typedList('name') ?? rows.map(({ name }) => name)
  const labels = typedList('label') ?? rows.map(({ label }) => label)
  const were = typedList('was') ?? rows.map(({ name }) => name)
  const count = names.length + (typedList('name') ? 0 : empty)
  return (
    <Desk survey={survey} heading={_('surveys.list', { list })} lead={_('surveys.choices.lead')}>
      <ErrorSummary errors={errors} message={message} />
      {isTooLong ? (
        <Notice>{_('surveys.choices.many')}</Notice>
      ) : (
        <form method="post" className="form form-wide">
          <input type="hidden" name="version" value={survey.version} />
          <input type="hidden" name="list" value={list} />
          <input type="hidden" name="language" value={language} />
          <WideTable>
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{_('surveys.choices.label')}</th>
                  <th scope="col">{_('surveys.choices.name')}</th>
                </tr>
              </thead>
              <tbody>
                {Array.from({ length: count }, (_row, n) => (
                  <tr key={n}>
                    <td>
                      <input type="hidden" name="was" value={were[n] ?? ''} />
                      <input
                        className="form-control"
                        name="label"
                        id={n === 0 ? 'label' : undefined}
                        aria-label={_('surveys.choices.label.of', { number: n + 1 })}
                        dir="auto"
                        lang={codeOf(language)}
                        defaultValue={labels[n]}
                      />
                    </td>
                    <td>
                      <input
                        className="form-control"
                        name="name"
                        id={n === 0 ? 'name' : undefined}
                        aria-label={_('surveys.choices.name.of', { number: n + 1 })}
                        dir="ltr"
                        defaultValue={names[n]}
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </WideTable>
          <div className="cluster">
            <SubmitButton>{_('surveys.keep')}</SubmitButton>
            <a href={`/surveys/${survey.id}/form`}>{_('surveys.back')}</a>
          </div>
        </form>
      )}
    </Desk>
  )
}
