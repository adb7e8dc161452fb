import { z } from 'zod'
import type { ByLanguage } from '../by-language.ts'
import type { ChecksShown } from '../checks/contract.ts'
import type { Decisions } from '../decisions/contract.ts'
import { id, list } from '../fields.ts'
import type { FloorShown, PresenceShown, SeatOnSheet } from '../floor/contract.ts'
import type { Agenda } from '../meetings/contract.ts'
import type { TalkShown } from '../rooms/contract.ts'
import { sheetParts } from './words.ts'

/** None named means all of them. */
export const ShowSheet = z.strictObject({ roomId: id, parts: list(z.enum(sheetParts)).optional() })

/** The meeting that is open in a room, or else the next that is called there. */
export type MeetingOnSheet = {
  id: string
  number: number
  title: ByLanguage
  state: 'called' | 'open'
  startsAt: string
  endsAt: string
  openedAt: string | null
}

/** What each part holds; null where there is no meeting to say it of. */
export type SheetContent = {
  agenda: Agenda | null
  seats: SeatOnSheet[] | null
  presence: PresenceShown | null
  floor: FloorShown | null
  check: ChecksShown | null
  talk: TalkShown
  decisions: Decisions | null
}

/**
 * A room's sheet, the same for everybody in it. It is true at `seq` or later, never earlier: what happened up to
 * there is in it, and something newer may be.
 */
export type Sheet = {
  seq: number
  /** The platform's moment, for clocks that count on. */
  at: string
  meeting: MeetingOnSheet | null
  /** The one that was closed last here, for the way to its minutes. */
  lastClosed: { id: string; number: number; title: ByLanguage; closedAt: string } | null
  parts: Partial<SheetContent>
}
