import type { LoaderFunctionArgs } from '@remix-run/node'
import { refusedPage } from '#app/refused.ts'

/** The bytes that the seal is the SHA-256 of, and nothing around them. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { sealed } = await context.platform.polls
    .showPollSealed(params)
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return new Response(sealed, { headers: { 'Content-Type': 'application/json; charset=utf-8' } })
}
