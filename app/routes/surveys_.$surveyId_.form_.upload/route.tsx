import { useLingui } from '@lingui/react'
import { data, type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { base64Of } from '#app/file-text.ts'
import { formFields } from '#app/form-fields.ts'
import { Desk, deskSurvey } from '#app/pieces/composing/desk.tsx'
import { UploadForm } from '#app/pieces/composing/upload-form.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const survey = await context.platform.surveys
    .showSurvey(params)
    .catch((thrown: unknown) => refusedPage(thrown, request))
  if (survey.state !== 'draft') throw redirect(`/surveys/${survey.id}/form`)
  return { survey: deskSurvey(survey) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { file, ...fields } = await formFields(request, params)
  try {
    const { surveyId, replaced, problems } = await context.platform.surveys.replaceForm({
      ...fields,
      file: await base64Of(file),
    })
    const form = `/surveys/${surveyId}/form`
    if (replaced && problems.length === 0) return redirect(`${form}?done=uploaded`, 303)
    return data({ problems, next: replaced ? form : null }, { status: replaced ? 200 : 422 })
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function ReplaceForm() {
  const { _ } = useLingui()
  const { survey } = useLoaderData<typeof loader>()
  return (
    <Desk survey={survey} heading={_('surveys.replace')} lead={_('surveys.upload.lead')}>
      <Notice tone="warn">{_('surveys.replace.text')}</Notice>
      <UploadForm answer={useActionData()} hidden={{ version: survey.version }} />
    </Desk>
  )
}
