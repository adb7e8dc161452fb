import { setupI18n, type I18n, type Messages } from '@lingui/core'
import type { ScreenLanguage } from './languages.ts'

/** Every catalogue, on the server only: a page that hydrates is sent just the areas it names. */
const files = import.meta.glob<() => Messages>('./*/*.po', { eager: true, import: 'default' })

type Catalogue = { areas: Map<string, Messages>; whole: I18n }

/** Read when a language is first spoken: four of them at once are a tenth of the time that a start takes. */
const catalogues = new Map<ScreenLanguage, Catalogue>()

function catalogueIn(language: ScreenLanguage): Catalogue {
  const found = catalogues.get(language) ?? catalogueRead(language)
  catalogues.set(language, found)
  return found
}

function catalogueRead(language: ScreenLanguage): Catalogue {
  const areas = new Map<string, Messages>()
  for (const [path, messages] of Object.entries(files)) {
    const [, area, spoken] = /^\.\/([^/]+)\/([a-z]+)\.po$/.exec(path) ?? []
    if (area && spoken === language) areas.set(area, messages())
  }
  if (areas.size === 0) throw new Error(`No catalogue for ${language}`)
  // One for each language, never activated anew: requests in different languages would otherwise change each other's.
  const messages = Object.assign({}, ...areas.values()) as Messages
  return { areas, whole: setupI18n({ locale: language, messages: { [language]: messages } }) }
}

export function i18nIn(language: ScreenLanguage): I18n {
  return catalogueIn(language).whole
}

export function hasAreas(language: ScreenLanguage, named: string[]): boolean {
  const { areas } = catalogueIn(language)
  return named.every((area) => areas.has(area))
}

export function messagesOf(language: ScreenLanguage, named: string[]): Messages {
  const { areas } = catalogueIn(language)
  return Object.assign({}, ...named.map((area) => areas.get(area) ?? {})) as Messages
}
