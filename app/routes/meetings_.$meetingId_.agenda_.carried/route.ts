import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { formFields } from '#app/form-fields.ts'
import { toMeeting } from '#app/meeting-act.ts'
import { refusedPage } from '#app/refused.ts'

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { itemId } = await context.platform.meetings
    .takeCarriedItem(await formFields(request, params))
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return redirect(`/meetings/${params['meetingId']}/agenda?done=added#item-${itemId}`, 303)
}

export function loader(asked: ActionFunctionArgs) {
  return toMeeting(asked, '/agenda')
}
