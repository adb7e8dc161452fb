import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { formFields } from '#app/form-fields.ts'
import { refusedPage } from '#app/refused.ts'

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { proposalId } = await context.platform.opinions
    .withdrawCitation(await formFields(request, params))
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return redirect(`/proposals/${proposalId}/statements?done=removed`, 303)
}
