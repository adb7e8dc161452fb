import type { Ground } from '../ground.ts'
import { listDeliveries, type EventRead } from '../rooms/index.ts'
import { eventsAtOnce } from '../rooms/words.ts'
import type { Sheet } from '../sheets/contract.ts'
import { readSheet } from '../sheets/index.ts'
import { partsChangedBy, type SheetPart } from '../sheets/words.ts'

/** A room's sheet is sent no more often than this; what changes meanwhile goes with the next one. */
const sheetEvery = 200
const afterTrouble = 1_000

/** Parts of a room's sheet that have changed since it was last sent, and when it may be sent again. */
export type SheetTurn = { changed: Set<SheetPart>; notBefore: number }

export function newSheetTurn(): SheetTurn {
  return { changed: new Set(), notBefore: 0 }
}

export function noteParts(turn: SheetTurn, events: EventRead[]): void {
  for (const { name } of events) for (const part of partsChangedBy[name] ?? []) turn.changed.add(part)
}

export function isSheetDue(turn: SheetTurn): boolean {
  return turn.changed.size > 0 && performance.now() >= turn.notBefore
}

/** What changed too soon after the last sheet is sent when its time has come, though nothing more happens. */
export function whenSheetIsDue(turn: SheetTurn, run: () => void): void {
  if (turn.changed.size === 0) return
  setTimeout(run, Math.max(1, Math.ceil(turn.notBefore - performance.now()))).unref()
}

/**
 * The changed parts, and the events that were told while they were read: the sheet may already show what these did, and
 * one of them may be a removal, so it is sent behind them. Messages do not wait for a sheet that cannot be read.
 */
export async function takeSheetTurn(
  ground: Ground,
  roomId: string,
  turn: SheetTurn,
  upTo: number,
): Promise<{ sheet: Sheet | undefined; later: EventRead[] }> {
  try {
    const sheet = await readSheet(ground, 'everybody', roomId, [...turn.changed])
    const later = await listDeliveries(ground.db, roomId, upTo)
    // Far behind: a removal may be further on still.
    if (later.length === eventsAtOnce) return { sheet: undefined, later }
    turn.changed.clear()
    noteParts(
      turn,
      later.filter(({ seq }) => seq > (sheet?.seq ?? 0)),
    )
    turn.notBefore = performance.now() + sheetEvery
    return { sheet, later }
  } catch (error) {
    ground.log.warn({ error }, 'a sheet could not be read')
    turn.notBefore = performance.now() + afterTrouble
    return { sheet: undefined, later: [] }
  }
}
