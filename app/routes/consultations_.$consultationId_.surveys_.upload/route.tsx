import { useLingui } from '@lingui/react'
import { data, type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { base64Of } from '#app/file-text.ts'
import { formFields } from '#app/form-fields.ts'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { UploadForm } from '#app/pieces/composing/upload-form.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { id, title, closedAt, may } = await context.platform.consultations
    .showConsultation(params)
    .catch((thrown: unknown) => refusedPage(thrown, request))
  if (!may.lead || closedAt !== null) throw redirect(`/consultations/${id}/surveys`)
  return { id, title, clientId: crypto.randomUUID() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { file, ...fields } = await formFields(request, params)
  try {
    const { surveyId, problems } = await context.platform.surveys.uploadSurvey({
      ...fields,
      file: await base64Of(file),
    })
    if (surveyId !== null && problems.length === 0)
      return redirect(`/surveys/${surveyId}/form?done=uploaded`, 303)
    const next = surveyId === null ? null : `/surveys/${surveyId}/form`
    return data({ problems, next }, { status: next === null ? 422 : 200 })
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function UploadSurvey() {
  const { _ } = useLingui()
  const { id, title, clientId } = useLoaderData<typeof loader>()
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb
        way={[
          { href: `/consultations/${id}`, label: title.text },
          { href: `/consultations/${id}/surveys`, label: _('surveys.title') },
        ]}
      />
      <PageHeading title={_('surveys.upload')} lead={_('surveys.upload.lead')} />
      <UploadForm answer={useActionData()} hidden={{ clientId }} />
    </main>
  )
}
