import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { formFields } from '#app/form-fields.ts'
import { chooseLanguage } from '#app/i18n/choose-language.ts'
import { safeAddress } from '#app/safe-address.ts'

export async function action({ request, context }: ActionFunctionArgs) {
  const { language, back } = await formFields(request)
  return redirect(safeAddress(back), {
    status: 303,
    headers: { 'Set-Cookie': await chooseLanguage(context, language) },
  })
}

export function loader() {
  return redirect('/')
}
