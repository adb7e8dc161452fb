import type { EventShown } from '#server/rooms/contract.ts'
import type { Sheet, SheetContent } from '#server/sheets/contract.ts'
import type { SheetPart } from '#server/sheets/words.ts'

/** A screen's copy of a room's sheet, and up to which place each of its parts is true. */
export type SheetCopy = Pick<Sheet, 'meeting' | 'lastClosed'> & {
  parts: SheetContent
  seq: number
  trueAt: Record<SheetPart, number>
  /** The last event that may have changed each part. */
  changedAt: Partial<Record<SheetPart, number>>
}

export type LoadedSheet = Sheet & { parts: SheetContent }

export function copyOf({ seq, meeting, lastClosed, parts }: LoadedSheet): SheetCopy {
  return { seq, meeting, lastClosed, parts, trueAt: mapParts(parts, () => seq), changedAt: {} }
}

/** Takes the parts that came, unless this copy knows better: an answer may be overtaken by a newer one. */
export function takeSheet(copy: SheetCopy, sheet: Sheet): SheetCopy {
  const came = Object.fromEntries(
    Object.entries(sheet.parts).filter(([part]) => sheet.seq >= copy.trueAt[part as SheetPart]),
  ) as Sheet['parts']
  return {
    ...copy,
    ...(sheet.seq >= copy.seq
      ? { seq: sheet.seq, meeting: sheet.meeting, lastClosed: sheet.lastClosed }
      : {}),
    parts: { ...copy.parts, ...came },
    trueAt: { ...copy.trueAt, ...mapParts(came, () => sheet.seq) },
  }
}

/** Notes what these events changed, without knowing how. */
export function noteChanges(copy: SheetCopy, events: readonly EventShown[]): SheetCopy {
  const changedAt = { ...copy.changedAt }
  for (const { seq, parts = [] } of events)
    for (const part of parts) changedAt[part] = Math.max(seq, changedAt[part] ?? 0)
  return { ...copy, changedAt }
}

/** The parts of which something happened that this copy does not show yet. */
export function partsBehind(copy: SheetCopy): SheetPart[] {
  return (Object.keys(copy.changedAt) as SheetPart[]).filter(
    (part) => (copy.changedAt[part] ?? 0) > copy.trueAt[part],
  )
}

function mapParts<Value>(parts: Partial<SheetContent>, value: () => Value): Record<SheetPart, Value> {
  return Object.fromEntries(Object.keys(parts).map((part) => [part, value()])) as Record<SheetPart, Value>
}
