import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { Desk, deskSurvey } from '#app/pieces/composing/desk.tsx'
import { itemAt, mainLanguage, saidIn } from '#app/pieces/composing/outline.ts'
import { useFormRefused } from '#app/pieces/composing/say-problem.ts'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const survey = await context.platform.surveys
    .showSurvey(params)
    .catch((thrown: unknown) => refusedPage(thrown, request))
  const path = new URL(request.url).searchParams.get('path') ?? ''
  const item = itemAt(survey.form, path)
  if (!item) throw redirect(`/surveys/${survey.id}/form`)
  const isGroup = item.is === 'group' || item.is === 'repeat'
  return { survey: deskSurvey(survey), path, said: saidIn(item.label, mainLanguage(survey.form)), isGroup }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  try {
    const { surveyId } = await context.platform.surveys.removeItem(fields)
    return redirect(`/surveys/${surveyId}/form?done=kept`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function Removal() {
  const { _ } = useLingui()
  const { survey, path, said, isGroup } = useLoaderData<typeof loader>()
  const { errors, message } = useFormRefused(useActionData())
  return (
    <Desk survey={survey} heading={_('surveys.remove.question')}>
      <ErrorSummary errors={errors} message={message} />
      <p>
        <bdi>{said}</bdi> <code>{path}</code>
      </p>
      {isGroup && <p>{_('surveys.remove.group')}</p>}
      <form method="post" className="form cluster">
        <input type="hidden" name="version" value={survey.version} />
        <input type="hidden" name="path" value={path} />
        <SubmitButton tone="danger">{_('surveys.remove')}</SubmitButton>
        <a href={`/surveys/${survey.id}/form`}>{_('surveys.back')}</a>
      </form>
    </Desk>
  )
}
