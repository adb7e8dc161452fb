import type { Copies } from './copies.ts'

export type Page = { headers: [string, string][]; copies: Copies }

const freshFor = 1_000
const mostPages = 2_000

/**
 * Public pages as guests see them, at most one second old, so that a surge asks the database once a second. Only
 * requests without a session come here. It keeps the page cut at its marks, and each visitor gets a copy of their own.
 */
export function guestCache() {
  const pages = new Map<string, { at: number; page: Promise<Page | undefined> }>()
  const found = (key: string) => {
    const kept = pages.get(key)
    return kept && performance.now() - kept.at < freshFor ? kept.page : undefined
  }
  const once = async (key: string, make: () => Promise<Page | undefined>): Promise<Page | undefined> => {
    const kept = found(key)
    if (kept) return kept
    const page = make()
    // Kept while it is being made: a thousand guests at once wait for one page.
    pages.delete(key)
    pages.set(key, { at: performance.now(), page })
    if (pages.size > mostPages) pages.delete(pages.keys().next().value ?? '')
    page.then(
      (made) => made ?? pages.delete(key),
      () => pages.delete(key),
    )
    return page
  }
  return { has: (key: string) => found(key) !== undefined, once }
}
