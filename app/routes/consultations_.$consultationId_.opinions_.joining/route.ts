import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { answererToken } from '#app/answerer-cookie.ts'
import { refusedPage } from '#app/refused.ts'

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { consultationId } = await context.platform.opinions
    .joinAnswers({ consultationId: params['consultationId'] ?? '', token: answererToken(request) })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return redirect(`/consultations/${consultationId}/opinions?done=joined`, 303)
}
