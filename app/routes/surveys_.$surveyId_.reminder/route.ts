import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { refusedPage } from '#app/refused.ts'

/** Writes to everybody who may answer. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { surveyId } = await context.platform.responses
    .remindToAnswer({ surveyId: params['surveyId'] ?? '' })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return redirect(`/surveys/${surveyId}?done=reminded`, 303)
}

export function loader({ params }: ActionFunctionArgs) {
  return redirect(`/surveys/${params['surveyId']}`)
}
