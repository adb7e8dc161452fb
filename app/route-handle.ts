import type { UIMatch } from '@remix-run/react'

/**
 * What a route says of itself: whether it sends scripts, and then which areas of the translations go with them; and
 * whether its look goes inside the page, for one that is to be read soon on the slowest line.
 */
export type RouteHandle = {
  hydrate?: true
  words?: string[]
  look?: 'inside'
  /** It does not hydrate, and has one small script of its own among its markup. */
  script?: true
  /** Asked by a script alone, or answered with a file: what it says is never drawn as a page. */
  answers?: 'scripts' | 'files'
}

export function handlesOf(matches: Pick<UIMatch, 'handle'>[]): RouteHandle[] {
  return matches.flatMap((match) => (match.handle ? [match.handle as RouteHandle] : []))
}
