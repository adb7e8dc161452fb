import type { LoaderFunctionArgs } from '@remix-run/node'

/** The chain, with the contents that the reader may see: `npx tavolo audit` verifies it. */
export async function loader({ context }: LoaderFunctionArgs) {
  const chain = await context.platform.audit.takeChain({})
  return new Response(`${JSON.stringify(chain)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="tavolo-audit.json"',
    },
  })
}
