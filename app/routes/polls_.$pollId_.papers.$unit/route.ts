import type { LoaderFunctionArgs } from '@remix-run/node'
import { refusedPage } from '#app/refused.ts'

/** The papers without names, as a file that the command line and other programs count again. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { text, file } = await context.platform.polls
    .takePapers(params)
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return new Response(text, {
    headers: {
      'Content-Type': `${file.endsWith('.csv') ? 'text/csv' : 'text/plain'}; charset=utf-8`,
      'Content-Disposition': `attachment; filename="${file}"`,
    },
  })
}
