export const longestMessage = 4000
/** How many messages a page of a room shows, and a request for older ones brings. */
export const messagesOnPage = 50
/** How many events one answer, or one packet, brings at most. */
export const eventsAtOnce = 200

/** Languages people write in here, each by its own name. */
export const writtenLanguages = {
  it: 'Italiano',
  en: 'English',
  fr: 'Français',
  ar: 'العربية',
  am: 'አማርኛ',
  bn: 'বাংলা',
  de: 'Deutsch',
  es: 'Español',
  fa: 'فارسی',
  ff: 'Pulaar',
  hi: 'हिन्दी',
  pa: 'ਪੰਜਾਬੀ',
  pl: 'Polski',
  ps: 'پښتو',
  pt: 'Português',
  ro: 'Română',
  ru: 'Русский',
  si: 'සිංහල',
  so: 'Soomaali',
  sq: 'Shqip',
  ta: 'தமிழ்',
  ti: 'ትግርኛ',
  tl: 'Tagalog',
  tr: 'Türkçe',
  uk: 'Українська',
  ur: 'اردو',
  wo: 'Wolof',
  zh: '中文',
} as const
export type WrittenLanguage = keyof typeof writtenLanguages
