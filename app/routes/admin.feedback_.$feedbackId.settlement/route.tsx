import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { refusedPage } from '#app/refused.ts'

export async function action({ request, params, context }: ActionFunctionArgs) {
  await context.platform.feedback
    .settleFeedback({ feedbackId: params['feedbackId'] ?? '' })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return redirect('/admin/feedback', 303)
}

export function loader() {
  return redirect('/admin/feedback')
}
