import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { formFields } from '#app/form-fields.ts'
import { refusedPage } from '#app/refused.ts'

export async function action({ request, context }: ActionFunctionArgs) {
  await context.platform.jobs
    .retryFailed(await formFields(request))
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return redirect('/admin/jobs?done=retried', 303)
}

/** Reached only by who was asked to sign in first. */
export function loader() {
  return redirect('/admin/jobs', 303)
}
