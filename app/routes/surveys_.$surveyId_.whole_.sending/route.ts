import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { timesAnswered, writeAnswered } from '#app/responding-cookie.ts'
import type { RouteHandle } from '#app/route-handle.ts'
import type { FormFields } from '#server/fields.ts'
import { isRefusal, statusOfKind } from '#server/refusal.ts'

export const handle: RouteHandle = { answers: 'scripts' }

/** Takes what a phone kept while it had no line; its cookie counts it as the pages one at a time do. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const surveyId = params['surveyId'] ?? ''
  const asked = (await request.json().catch(() => ({}))) as FormFields
  const timesByDevice = timesAnswered(request)
  try {
    const { isNew } = await context.platform.responses.sendWhole({
      ...asked,
      surveyId,
      timesByDevice: String(timesByDevice),
    })
    // Of one that was sent before, the answer may have been lost, and its cookie with it.
    const times = isNew ? timesByDevice + 1 : Math.max(timesByDevice, 1)
    const headers = asked['by'] === 'link' && {
      'Set-Cookie': writeAnswered(surveyId, times, context.site.origin),
    }
    return Response.json({ surveyId }, headers ? { headers } : {})
  } catch (thrown) {
    if (!isRefusal(thrown)) throw thrown
    const { kind, reason, fields, retryAfter } = thrown
    return Response.json(
      { refusal: { kind, reason, fields } },
      {
        status: statusOfKind[kind],
        headers: retryAfter ? { 'Retry-After': String(retryAfter) } : {},
      },
    )
  }
}

export function loader({ params }: LoaderFunctionArgs) {
  return redirect(`/surveys/${params['surveyId']}/whole`)
}
