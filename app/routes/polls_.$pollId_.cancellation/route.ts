import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { formFields } from '#app/form-fields.ts'
import { refusedPage } from '#app/refused.ts'

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { pollId } = await context.platform.polls
    .cancelPoll(await formFields(request, params))
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return redirect(`/polls/${pollId}?done=cancelled`, 303)
}

export function loader({ params }: ActionFunctionArgs) {
  return redirect(`/polls/${params['pollId']}`)
}
