import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { formFields } from '#app/form-fields.ts'
import { refusedPage } from '#app/refused.ts'

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { surveyId } = await context.platform.surveys
    .openSurvey(await formFields(request, params))
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return redirect(`/surveys/${surveyId}/form?done=opened`, 303)
}

export function loader({ params }: ActionFunctionArgs) {
  return redirect(`/surveys/${params['surveyId']}/form`)
}
