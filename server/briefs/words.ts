/** The fewest people a number may speak of. */
export const fewestShown = 5
export const longestQuotation = 240
export const quotationsOfArea = 3
export const briefLimits = { introduction: 3000, nextSteps: 4000 }
