import type { AppLoadContext } from '@remix-run/node'
import { screenLanguages } from './languages.ts'

/** Chooses the language of the screen on this device, and of the person's mails when signed in; answers the cookie that keeps it. */
export async function chooseLanguage(
  { platform: { actor, people }, site }: AppLoadContext,
  language: unknown,
): Promise<string> {
  const chosen = screenLanguages.find((each) => each === language) ?? 'it'
  if (actor.kind === 'person') await people.chooseLanguage({ language: chosen })
  const secure = site.origin.startsWith('https:') ? '; Secure' : ''
  return `language=${chosen}; Path=/; SameSite=Lax; Max-Age=31536000${secure}`
}
