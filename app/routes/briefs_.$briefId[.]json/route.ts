import type { LoaderFunctionArgs } from '@remix-run/node'
import { refusedPage } from '#app/refused.ts'

/** The exact bytes of a brief: their SHA-256 is the one its page shows. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const brief = await context.platform.briefs
    .showBriefBytes(params)
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return new Response(brief.canonical, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `inline; filename="brief-${brief.year}-${brief.number}.json"`,
    },
  })
}
