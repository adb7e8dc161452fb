const prefix = 'survey-'

/** The pages of one survey that anybody may see, and all that they are drawn by. */
export function cacheOf(surveyId: string): string {
  return prefix + surveyId
}

/** Those that say who is signed in. */
export function ownOf(cache: string): string {
  return `${cache}-own`
}

export function isOfSurveys(cache: string): boolean {
  return cache.startsWith(prefix)
}
