/** The languages of the screen: the one being read first decides direction. */
export const screenLanguages = ['it', 'en', 'fr', 'ar'] as const
export type ScreenLanguage = (typeof screenLanguages)[number]

export function directionOf(language: string): 'ltr' | 'rtl' {
  return ['ar', 'fa', 'ur', 'ps', 'he', 'ckb', 'sd', 'ug'].includes(
    language.slice(0, language.length === 3 ? 3 : 2),
  )
    ? 'rtl'
    : 'ltr'
}
