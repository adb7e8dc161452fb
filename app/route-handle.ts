import type { UIMatch } from '@remix-run/react'

/** What a route says of itself: whether it sends scripts, and then which areas of the translations go with them. */
export type RouteHandle = { hydrate?: true; words?: string[] }

export function handlesOf(matches: Pick<UIMatch, 'handle'>[]): RouteHandle[] {
  return matches.flatMap((match) => (match.handle ? [match.handle as RouteHandle] : []))
}
