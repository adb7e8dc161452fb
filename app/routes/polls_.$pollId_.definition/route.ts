import type { LoaderFunctionArgs } from '@remix-run/node'
import { refusedPage } from '#app/refused.ts'

/** The bytes that the poll's SHA-256 commits to, and nothing around them. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { definition } = await context.platform.polls
    .showPollDefinition(params)
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return new Response(definition, { headers: { 'Content-Type': 'application/json; charset=utf-8' } })
}
