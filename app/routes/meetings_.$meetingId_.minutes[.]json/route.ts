import type { LoaderFunctionArgs } from '@remix-run/node'
import { refusedPage } from '#app/refused.ts'

/** The exact bytes of approved minutes: their SHA-256 is the one their page shows. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { canonical, year, number } = await context.platform.minutes
    .showMinutesBytes({ meetingId: params['meetingId'] ?? '' })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return new Response(canonical, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `inline; filename="minutes-${year}-${number}.json"`,
    },
  })
}
