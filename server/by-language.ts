import { languages, type Language } from './ground.ts'

/** A text kept in several languages; Italian is always there. */
export type ByLanguage = { it: string } & Partial<Record<Language, string>>

/** One of them, with the language it is in, so that the screen can mark it. */
export type Said = { text: string; language: Language }

export function saidIn(texts: unknown, language: Language): Said {
  const given = texts as Partial<Record<Language, string>>
  const found = [language, 'it' as const, ...languages].find((each) => given[each])
  return found ? { text: given[found] ?? '', language: found } : { text: '', language: 'it' }
}

/** What a form sent, without the languages left empty. */
export function byLanguage(texts: Partial<Record<Language, string | undefined>>): string {
  return JSON.stringify(Object.fromEntries(Object.entries(texts).filter(([, text]) => text)))
}
