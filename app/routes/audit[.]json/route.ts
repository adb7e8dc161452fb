import type { LoaderFunctionArgs } from '@remix-run/node'
import { refusedPage } from '#app/refused.ts'

/** The chain, with the contents that the reader may see: `npx tavolo audit` verifies it. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const chain = await context.platform.audit
    .takeChain({})
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return new Response(`${JSON.stringify(chain)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="tavolo-audit.json"',
    },
  })
}
