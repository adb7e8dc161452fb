import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { formFields } from '#app/form-fields.ts'
import { screenLanguages } from '#app/i18n/languages.ts'
import { safeAddress } from '#app/safe-address.ts'

/** Chooses the language of the screen on this device, and of the person's mails when signed in. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { language, back } = await formFields(request)
  const chosen = screenLanguages.find((each) => each === language) ?? 'it'
  const { actor, people } = context.platform
  if (actor.kind === 'person') await people.chooseLanguage({ language: chosen })
  const secure = context.site.origin.startsWith('https:') ? '; Secure' : ''
  return redirect(safeAddress(back), {
    status: 303,
    headers: { 'Set-Cookie': `language=${chosen}; Path=/; SameSite=Lax; Max-Age=31536000${secure}` },
  })
}

export function loader() {
  return redirect('/')
}
