import type { Ground } from '../ground.ts'
import { keptAtPlace } from '../kept-at-place.ts'
import { findOwnAmong, listMessages } from './records-reading.ts'

type Page = Awaited<ReturnType<typeof listMessages>>

const pageAt = keptAtPlace<{ page?: Promise<Page> }>(() => ({}))

/**
 * The newest messages of a room as it stands at `seq`. What everybody reads alike is read once for all who come at that
 * place; only what is a reader's own is asked for each.
 */
export async function readNewestPage(
  ground: Ground,
  at: { roomId: string; seq: number; reader: string | null },
  now: Date,
): Promise<Page> {
  const { roomId, seq, reader } = at
  const kept = pageAt(ground, roomId, seq, now)
  kept.page ??= listMessages(ground.db, roomId, null, { before: seq + 1 })
  kept.page.catch(() => delete kept.page)
  const page = await kept.page
  if (reader === null || page.messages.length === 0) return page
  const own = await findOwnAmong(ground.db, page.messages, reader)
  return own.areSomeTakenAway
    ? listMessages(ground.db, roomId, reader, { before: seq + 1 })
    : { ...page, mine: own.mine }
}
