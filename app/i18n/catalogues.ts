import { setupI18n, type I18n, type Messages } from '@lingui/core'
import { screenLanguages, type ScreenLanguage } from './languages.ts'

/** Every catalogue, on the server only: a page that hydrates is sent just the areas it names. */
const files = import.meta.glob<Messages>('./*/*.po', { eager: true, import: 'default' })

const areas = new Map<ScreenLanguage, Map<string, Messages>>(
  screenLanguages.map((language) => [language, new Map()]),
)
for (const [path, messages] of Object.entries(files)) {
  const [, area, language] = /^\.\/([^/]+)\/([a-z]+)\.po$/.exec(path) ?? []
  if (area && language) areas.get(language as ScreenLanguage)?.set(area, messages)
}

// One for each language, never activated anew: requests in different languages would otherwise change each other's.
const whole = new Map<ScreenLanguage, I18n>(
  screenLanguages.map((language) => [
    language,
    setupI18n({
      locale: language,
      messages: { [language]: Object.assign({}, ...(areas.get(language)?.values() ?? [])) as Messages },
    }),
  ]),
)

export function i18nIn(language: ScreenLanguage): I18n {
  const i18n = whole.get(language)
  if (!i18n) throw new Error(`No catalogue for ${language}`)
  return i18n
}

export function messagesOf(language: ScreenLanguage, named: string[]): Messages {
  return Object.assign({}, ...named.map((area) => areas.get(language)?.get(area) ?? {})) as Messages
}
