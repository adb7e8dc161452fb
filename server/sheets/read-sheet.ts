import type { Actor, Ground } from '../ground.ts'
import { keptAtPlace } from '../kept-at-place.ts'
import type { MeetingOnSheet, Sheet, SheetContent } from './contract.ts'
import { type PartPlace, partReaders } from './parts.ts'
import { findSheetHead, type SheetHead } from './records.ts'
import type { SheetPart } from './words.ts'

type Parts = Map<SheetPart, Promise<SheetContent[SheetPart]>>
const partsAt = keptAtPlace<Parts>(() => new Map())

/**
 * Reads the named parts of a room's sheet, and only those. The place in the sequence is read first, so what was told up
 * to there is in it. Many who ask at the same place, as after a line that was cut for all, share one reading.
 */
export async function readSheet(
  ground: Ground,
  reader: Actor | 'everybody',
  roomId: string,
  parts: readonly SheetPart[],
): Promise<Sheet | undefined> {
  const head = await findSheetHead(ground.db, reader, roomId)
  if (!head) return undefined
  const now = ground.now()
  const kept = partsAt(ground, roomId, head.seq, now)
  const place: PartPlace = {
    db: ground.db,
    roomId,
    meeting: head.id === null ? null : { ...head, id: head.id },
    now,
  }
  const read = await Promise.all(
    parts.map(async (part) => [part, await readOnce(kept, part, place)] as const),
  )
  return {
    seq: head.seq,
    at: now.toISOString(),
    meeting: meetingOf(head),
    lastClosed:
      head.lastId === null
        ? null
        : {
            id: head.lastId,
            number: head.lastNumber,
            title: head.lastTitle,
            closedAt: head.lastClosedAt.toISOString(),
          },
    parts: Object.fromEntries(read),
  }
}

function readOnce(kept: Parts, part: SheetPart, place: PartPlace): Promise<SheetContent[SheetPart]> {
  const known = kept.get(part)
  if (known) return known
  const reading = partReaders[part](place)
  kept.set(part, reading)
  reading.catch(() => kept.delete(part))
  return reading
}

function meetingOf(head: SheetHead): MeetingOnSheet | null {
  if (head.id === null) return null
  const { id, number, title, state, startsAt, endsAt, openedAt } = head
  return {
    id,
    number,
    title,
    state,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    openedAt: openedAt?.toISOString() ?? null,
  }
}
