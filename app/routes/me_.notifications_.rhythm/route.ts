import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { formFields } from '#app/form-fields.ts'
import { refusedPage } from '#app/refused.ts'

export async function action({ request, context }: ActionFunctionArgs) {
  await context.platform.notices
    .setRhythm(await formFields(request))
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return redirect('/me/notifications?done=rhythm', 303)
}

/** Reached only by who was asked to sign in first. */
export function loader() {
  return redirect('/me/notifications', 303)
}
