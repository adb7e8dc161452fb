import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { refusedPage } from '#app/refused.ts'

/** From a message to the form that takes it up as a statement, in its own consultation. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const messageId = params['messageId'] ?? ''
  const { consultationId } = await context.platform.opinions
    .showSourcePlace({ messageId })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return redirect(`/consultations/${consultationId}/statements/new?messageId=${messageId}`)
}
