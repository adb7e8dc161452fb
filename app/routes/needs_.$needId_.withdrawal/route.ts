import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { formFields } from '#app/form-fields.ts'
import { refusedPage } from '#app/refused.ts'

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { id } = await context.platform.needs
    .withdrawNeed(await formFields(request, params))
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return redirect(`/needs/${id}?done=withdrawn`, 303)
}

export function loader({ params }: ActionFunctionArgs) {
  return redirect(`/needs/${params['needId']}`)
}
