import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { formFields } from '#app/form-fields.ts'
import { refusedPage } from '#app/refused.ts'

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { tableId } = await context.platform.tables
    .endOfficer(await formFields(request, params))
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return redirect(`/tables/${tableId}/officers?done=ended`, 303)
}
