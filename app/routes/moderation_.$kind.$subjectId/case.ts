import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { formFields } from '#app/form-fields.ts'
import { refusedForm, refusedPage } from '#app/refused.ts'

/** The same case under each of its addresses, so that a refused decision is shown where it was made. */
export async function loadCase({ request, params, context }: LoaderFunctionArgs) {
  const { kind, subjectId } = params
  const found = await context.platform.moderation
    .showCase({ kind: kind as 'message', subjectId: subjectId ?? '' })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return { found }
}

export async function decide(
  { request, params, context }: ActionFunctionArgs,
  act: 'hide' | 'dismiss' | 'restore',
  done: string,
) {
  const fields = await formFields(request, params)
  try {
    await context.platform.moderation[act](fields)
    return redirect(`/moderation?done=${done}`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}
