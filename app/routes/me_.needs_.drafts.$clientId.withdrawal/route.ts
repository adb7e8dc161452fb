import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { formFields } from '#app/form-fields.ts'
import { refusedPage } from '#app/refused.ts'

export async function action({ request, params, context }: ActionFunctionArgs) {
  await context.platform.needs
    .dropNeedDraft(await formFields(request, params))
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return redirect('/me/needs?done=draft-dropped', 303)
}

export function loader() {
  return redirect('/me/needs')
}
