import type { LoaderFunctionArgs } from '@remix-run/node'
import { csvOf } from '#app/csv.ts'
import { refusedPage } from '#app/refused.ts'

/** The same entries as a table; the heads that were published are on the page. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { entries } = await context.platform.audit
    .takeChain({})
    .catch((thrown: unknown) => refusedPage(thrown, request))
  const rows = entries.map(({ seq, at, act, commitment, hash, salt, content }) => [
    seq,
    at,
    act,
    commitment,
    hash,
    salt ?? null,
    content ?? null,
  ])
  return new Response(csvOf([['seq', 'at', 'act', 'commitment', 'hash', 'salt', 'content'], ...rows]), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="tavolo-audit.csv"',
    },
  })
}
