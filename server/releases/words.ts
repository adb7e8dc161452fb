/** The most of what is typed here, in characters. */
export const releaseLimits = { theme: 120 }

/** What stands in an export: names as in the form, or the words of one of its languages. */
export const exportValues = ['names', 'labels'] as const

/** How a question with several choices stands in an export: in one column, in a column of 0 and 1 for each choice, or both. */
export const severalColumns = ['one', 'each', 'both'] as const

export const exportFormats = ['csv', 'xlsx'] as const

/** Stands where a number is not told. */
export const notTold = '·'
