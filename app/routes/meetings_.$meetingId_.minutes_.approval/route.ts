import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { formFields } from '#app/form-fields.ts'
import { refusedPage } from '#app/refused.ts'

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { meetingId } = await context.platform.minutes
    .approveMinutes(await formFields(request, params))
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return redirect(`/meetings/${meetingId}/minutes?done=approved`, 303)
}

export function loader({ params }: ActionFunctionArgs) {
  return redirect(`/meetings/${params['meetingId']}/minutes`)
}
