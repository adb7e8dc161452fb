import type { ByLanguage } from '#server/by-language.ts'

/** A title kept in several languages: the reader's, else the Italian one, which is always there. */
export function titleOf(title: ByLanguage, language: string): { text: string; language: string } {
  const own = title[language as keyof ByLanguage]
  return own ? { text: own, language } : { text: title.it, language: 'it' }
}
