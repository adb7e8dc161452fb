import type { LoaderFunctionArgs } from '@remix-run/node'
import { refusedPage } from '#app/refused.ts'
import { releaseAsked } from '#app/release-asked.ts'

/** The exact bytes of a release: their SHA-256 is the one its page shows. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { bytes, number } = await context.platform.releases
    .showReleaseBytes(releaseAsked(request, params))
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return new Response(bytes, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `inline; filename="survey-release-${number}.json"`,
    },
  })
}
