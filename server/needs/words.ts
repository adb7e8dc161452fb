/** What a need is about: the services it asks of. */
export const areas = [
  'housing',
  'work',
  'health',
  'school',
  'training',
  'social-services',
  'language',
  'documents',
  'anti-discrimination',
  'participation',
] as const
export type Area = (typeof areas)[number]

/** Whom it concerns, as categories; never nationality or legal status. */
export const concerns = [
  'whole-community',
  'families',
  'women',
  'children',
  'young-people',
  'older-people',
  'workers',
  'seasonal-workers',
  'students',
  'people-with-disabilities',
  'newcomers',
] as const
export type Concern = (typeof concerns)[number]

export const urgencies = ['low', 'medium', 'high', 'critical'] as const
export type Urgency = (typeof urgencies)[number]

export const needSorts = ['newest', 'most-supported'] as const

/** What has happened to a need, in the order of its story. */
export const storySteps = ['received', 'read', 'grouped', 'in-proposal', 'voted', 'answered'] as const
export type StoryStep = (typeof storySteps)[number]

/** Languages a need may be written in: the screen's own first, then by how many speak them in the five regions. */
export const needLanguages = [
  'it',
  'en',
  'fr',
  'ar',
  'ro',
  'uk',
  'sq',
  'es',
  'bn',
  'zh',
  'ur',
  'pa',
  'hi',
  'si',
  'ta',
  'fil',
  'pt',
  'ru',
  'pl',
  'bg',
  'mk',
  'sr',
  'ka',
  'tr',
  'fa',
  'ps',
  'ku',
  'ckb',
  'so',
  'ti',
  'am',
  'om',
  'sw',
  'ha',
  'yo',
  'ig',
  'wo',
  'ff',
  'bm',
  'ln',
  'mg',
  'ne',
  'vi',
  'th',
  'de',
] as const

const ownNames = new Map<string, string>()

/** A language by its own name, in its own script. */
export function ownNameOf(language: string): string {
  const known = ownNames.get(language)
  if (known !== undefined) return known
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language
  ownNames.set(language, name)
  return name
}

export const needLimits = { title: 150, tried: 2000, search: 200, drafts: 50 }
/** For how long a draft is kept that nobody goes on with. */
export const draftKeptDays = 180
/** How many needs a page of a list shows. */
export const needsOnPage = 20
/** A list is counted up to here, and beyond it is "more than". */
export const countedUpTo = 100
/** How many similar needs are shown before sending. */
export const similarShown = 5
/** No number about people is shown below this. */
export const leastPeople = 5
