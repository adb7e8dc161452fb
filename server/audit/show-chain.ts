import { query } from '../query.ts'
import { type ChainFile, type ChainShown, ShowChain, TakeChain } from './contract.ts'
import { listEntries, listPublications, listWholeChain } from './records.ts'
import { entriesOnAPage } from './words.ts'

/** The newest entries and the published heads. Anybody may look: an entry says what kind of act it was, and when. */
export const showChain = query(ShowChain, async ({ db }, { before }): Promise<ChainShown> => {
  const found = await listEntries(db, before ?? Number.MAX_SAFE_INTEGER, entriesOnAPage + 1)
  const entries = found.slice(0, entriesOnAPage)
  const [newest] = before === undefined ? entries : await listEntries(db, Number.MAX_SAFE_INTEGER, 1)
  return {
    head: newest ? { seq: newest.seq, hash: newest.hash } : null,
    publications: await listPublications(db, 31),
    entries,
    older: found.length > entriesOnAPage ? (entries.at(-1)?.seq ?? null) : null,
  }
})

/** The chain as a file that anybody can verify, on a machine of their own. */
export const takeChain = query(TakeChain, async ({ db, actor }): Promise<ChainFile> => {
  // Before the entries: a head that is published in between would look like a chain cut short.
  const published = await listPublications(db, 10_000)
  const entries = await listWholeChain(db, actor)
  return {
    format: 'tavolo-audit-1',
    published: published
      .toReversed()
      .map(({ publishedAt, ...head }) => ({ ...head, publishedAt: publishedAt.toISOString() })),
    entries: entries.map(({ at, salt, content, ...entry }) => ({
      ...entry,
      at: at.toISOString(),
      ...(salt !== null && content !== null ? { salt, content } : {}),
    })),
  }
})
