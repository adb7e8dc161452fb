import type { LoaderFunctionArgs } from '@remix-run/node'
import { refusedPage } from '#app/refused.ts'

/** The meeting for a calendar, on a phone or a desk. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { file } = await context.platform.meetings
    .showCalendar({ meetingId: params['meetingId'] ?? '' })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return new Response(file, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8; method=PUBLISH',
      'Content-Disposition': 'attachment; filename="meeting.ics"',
    },
  })
}
