export const longestMessage = 4000
/** How many messages a page of a room shows, and a request for older ones brings. */
export const messagesOnPage = 25
/** How many events one answer, or one packet, brings at most. */
export const eventsAtOnce = 200

/** Events after which nobody writes in the room any more. */
export const closings: readonly string[] = ['consultation-closed']

/** How many seats one message may be addressed to. */
export const mostMentions = 5
export const longestRecap = 1500
/** After how long in an open meeting the moderator is reminded to write the next recap. */
export const recapMinutes = 20

/** Seconds between two messages of one person; 0 lets everybody write as they like. */
export const slowSteps = [0, 10, 30, 60, 120, 300] as const

/** What one can say of a message with a touch: its sign; its word is translated (`rooms.reaction.agree`). */
export const reactionSigns = { agree: '✓', thanks: '♥', important: '!', question: '?', idea: '★' } as const
export type Reaction = keyof typeof reactionSigns
export const reactions = Object.keys(reactionSigns) as Reaction[]

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
