const named = new Map<string, Intl.DisplayNames>()

/** A language by its name in the reader's own. Made once for each locale: making one takes longer than a page's list. */
export function languageName(language: string, locale: string): string {
  const names = named.get(locale) ?? new Intl.DisplayNames([locale], { type: 'language' })
  named.set(locale, names)
  return names.of(language) ?? language
}
