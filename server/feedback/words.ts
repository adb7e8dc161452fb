/** Whether a page was of use. */
export const usefulness = ['yes', 'partly', 'no'] as const
export type Usefulness = (typeof usefulness)[number]

/** What was hard. */
export const hardships = [
  'words',
  'finding',
  'broken',
  'phone',
  'language',
  'assistive',
  'trust',
  'other',
] as const
export type Hardship = (typeof hardships)[number]

export const feedbackLimits = { words: 2000, page: 300 }
export const feedbackOnPage = 30
