import type { LoaderFunctionArgs } from '@remix-run/node'
import { refusedPage } from '#app/refused.ts'
import { respondingOn } from '#app/responding-cookie.ts'

/** A file of a response, to be kept and never to be run: whatever a browser thinks of it, it may do nothing. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const responding = respondingOn(request)
  const file = await context.platform.responses
    .showFile({ ...params, ...(responding ? { key: responding.key } : {}) })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return new Response(Uint8Array.from(Buffer.from(file.content, 'base64')), {
    headers: {
      'Content-Type': file.mediaType,
      'Content-Disposition': `attachment; filename="${file.name}"`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  })
}
