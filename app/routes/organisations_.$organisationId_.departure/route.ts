import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { formFields } from '#app/form-fields.ts'
import { refusedPage } from '#app/refused.ts'

export async function action({ request, params, context }: ActionFunctionArgs) {
  await context.platform.organisations
    .leaveOrganisation(await formFields(request, params))
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return redirect('/me/organisations?done=left', 303)
}
