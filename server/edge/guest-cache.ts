export type Page = { status: number; headers: [string, string][]; pieces: Buffer[] }

const freshFor = 1_000
const mostPages = 2_000

/**
 * Public pages as guests see them, at most one second old, so that a surge asks the database once a second. Only
 * requests without a session come here. A page's nonce is cut out and every visitor gets a fresh one.
 */
export function guestCache() {
  const pages = new Map<string, { at: number; page: Promise<Page | undefined> }>()
  return async (key: string, make: () => Promise<Page | undefined>): Promise<Page | undefined> => {
    const found = pages.get(key)
    if (found && performance.now() - found.at < freshFor) return found.page
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
}

/** Cuts a rendered page at its nonce. */
export function cutAtNonce(html: string, nonce: string): Buffer[] {
  return html.split(nonce).map((piece) => Buffer.from(piece))
}

export function joinWithNonce(pieces: Buffer[], nonce: string): Buffer {
  const between = Buffer.from(nonce)
  return Buffer.concat(pieces.flatMap((piece, index) => (index === 0 ? [piece] : [between, piece])))
}
