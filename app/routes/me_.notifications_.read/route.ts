import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { formFields } from '#app/form-fields.ts'
import { refusedPage } from '#app/refused.ts'

/** One notice, or all of them when none is named. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { notices } = context.platform
  const fields = await formFields(request)
  const marking = fields['noticeId'] ? notices.markRead(fields) : notices.markAllRead(fields)
  await marking.catch((thrown: unknown) => refusedPage(thrown, request))
  return redirect('/me/notifications?done=read', 303)
}

/** Reached only by who was asked to sign in first. */
export function loader() {
  return redirect('/me/notifications', 303)
}
