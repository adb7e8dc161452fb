import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { deviceOf } from '#app/device.ts'
import { formFields } from '#app/form-fields.ts'
import { refusedPage } from '#app/refused.ts'

export async function action({ request, context }: ActionFunctionArgs) {
  const { persona } = await formFields(request)
  const entered = await context.platform.people
    .enterAsPersona({ persona, device: deviceOf(request) })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return redirect('/', { status: 303, headers: { 'Set-Cookie': context.cookie.write(entered.sessionToken) } })
}

export function loader() {
  return redirect('/demo')
}
