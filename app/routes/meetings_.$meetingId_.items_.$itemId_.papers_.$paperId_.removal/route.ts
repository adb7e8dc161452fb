import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { formFields } from '#app/form-fields.ts'
import { toMeeting } from '#app/meeting-act.ts'
import { refusedPage } from '#app/refused.ts'

export async function action({ request, params, context }: ActionFunctionArgs) {
  await context.platform.meetings
    .removePaper(await formFields(request, params))
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return redirect(`/meetings/${params['meetingId']}/agenda?done=papers#item-${params['itemId']}`, 303)
}

export function loader(asked: ActionFunctionArgs) {
  return toMeeting(asked, '/agenda')
}
