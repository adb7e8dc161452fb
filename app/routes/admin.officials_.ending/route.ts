import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { formFields } from '#app/form-fields.ts'
import { refusedPage } from '#app/refused.ts'

export async function action({ request, context }: ActionFunctionArgs) {
  await context.platform.officials
    .endOfficial(await formFields(request))
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return redirect('/admin/officials?done=ended', 303)
}

/** Reached only by who was asked to sign in first. */
export function loader() {
  return redirect('/admin/officials', 303)
}
