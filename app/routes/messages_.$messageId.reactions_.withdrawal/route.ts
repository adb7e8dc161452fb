import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { formFields } from '#app/form-fields.ts'
import { refusedPage } from '#app/refused.ts'

export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  const { messageId } = await context.platform.rooms
    .takeBackReaction(fields)
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return redirect(`/messages/${messageId}/reactions`, 303)
}
