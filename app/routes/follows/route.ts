import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { formFields } from '#app/form-fields.ts'
import { refusedPage } from '#app/refused.ts'
import { safeAddress } from '#app/safe-address.ts'

export async function action({ request, context }: ActionFunctionArgs) {
  const { back, ...fields } = await formFields(request)
  await context.platform.notices.follow(fields).catch((thrown: unknown) => refusedPage(thrown, request))
  return redirect(safeAddress(back, '/me/notifications'), 303)
}

/** Reached only by who was asked to sign in first. */
export function loader() {
  return redirect('/me/notifications', 303)
}
