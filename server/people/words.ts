/** The people one can enter as in the demo, in the order of the tour. */
export const personas = [
  'association-president',
  'other-association-member',
  'social-worker',
  'mediator',
  'table-chair',
  'regional-official',
  'coordinator',
  'reader',
] as const
export type Persona = (typeof personas)[number]

export const codeLength = 6
export const codeMinutes = 15
export const sessionDays = 90
/** For how long a code is kept once it opens nothing any more, and a device once it was left. */
export const codeKeptDays = 1
export const sessionKeptDays = 30

/** Languages of the screen, each by its own name. */
export const languageNames = { it: 'Italiano', en: 'English', fr: 'Français', ar: 'العربية' } as const
