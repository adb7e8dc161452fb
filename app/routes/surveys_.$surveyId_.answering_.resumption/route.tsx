import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields, searchFields } from '#app/form-fields.ts'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import { refusedAnswer, refusedForm, refusedPage } from '#app/refused.ts'
import { respondingOn, writeResponding } from '#app/responding-cookie.ts'
import { useRefused } from '#app/use-refused.ts'
import { isRefusal, refuseField } from '#server/refusal.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const surveyId = params['surveyId'] ?? ''
  const { survey } = await context.platform.responses
    .showIntroduction({ surveyId })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  const { key } = searchFields(request, ['key'])
  return { survey: { id: survey.id, title: survey.title }, key: typeof key === 'string' ? key : '' }
}

/** Carries on, on this device, with what was begun on another. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, { surveyId: params['surveyId'] })
  try {
    const { surveyId, key, isOnBehalf } = await context.platform.responses.resumeResponse(fields)
    const before = respondingOn(request)
    const responding = before?.key === key ? before : { key, by: '', isOnBehalf }
    return redirect(`/surveys/${surveyId}/answering`, {
      status: 303,
      headers: { 'Set-Cookie': writeResponding(surveyId, responding, context.site.origin) },
    })
  } catch (thrown) {
    // A code that finds nothing is a field to be mended, not a page that is not there.
    if (isRefusal(thrown) && thrown.kind === 'unseen')
      return data(refusedAnswer(refuseField('key', 'response'), fields), { status: 422 })
    return refusedForm(thrown, fields, request)
  }
}

export default function Resumption() {
  const { _ } = useLingui()
  const { survey, key } = useLoaderData<typeof loader>()
  const { errors, message, typed } = useRefused(useActionData<typeof action>())
  return (
    <main id="content" className="page page-narrow">
      <PageHeading title={_('responses.resume')} above={survey.title} lead={_('responses.resume.lead')} />
      <ErrorSummary errors={errors} message={Object.keys(errors).length > 0 ? undefined : message} />
      <form method="post" action={`/surveys/${survey.id}/answering/resumption`} className="form">
        <TextField
          name="key"
          label={_('responses.saved.code')}
          hint={_('responses.resume.hint')}
          defaultValue={typed('key') ?? key}
          error={errors['key']}
          autoComplete="off"
          dir="ltr"
          short
        />
        <div>
          <SubmitButton>{_('responses.carry-on')}</SubmitButton>
        </div>
      </form>
      <p>
        <a href={`/surveys/${survey.id}`}>{_('responses.to-survey')}</a>
      </p>
    </main>
  )
}
