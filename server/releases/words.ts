/** Days between which a released figure would not be told twice; numbers that the screens speak of. */
export const releaseLimits = { theme: 120, quotation: 2000, texts: 100 }

/** What stands in an export: names as in the form, or the words of one of its languages. */
export const exportValues = ['names', 'labels'] as const
export type ExportValues = (typeof exportValues)[number]

/** How a question with several choices stands in an export: in one column, in a column of 0 and 1 for each choice, or both. */
export const severalColumns = ['one', 'each', 'both'] as const
export type SeveralColumns = (typeof severalColumns)[number]

export const exportFormats = ['csv', 'xlsx'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** Stands where a number is not told. */
export const notTold = '·'
