import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useParams } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { NotDone } from '#app/pieces/composing/not-done.tsx'
import { refusedForm } from '#app/refused.ts'

export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  try {
    const { surveyId } = await context.platform.surveys.moveItem(fields)
    return redirect(`/surveys/${surveyId}/form?done=kept`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export function loader({ params }: LoaderFunctionArgs) {
  return redirect(`/surveys/${params['surveyId']}/form`)
}

/** Only drawn where the move was refused. */
export default function Place() {
  return <NotDone surveyId={useParams()['surveyId'] ?? ''} answer={useActionData()} />
}
