import { z } from 'zod'
import type { Said } from '../by-language.ts'
import { after, id, lines, optional, wholeNumber } from '../fields.ts'
import {
  moderatedKinds,
  reportReasons,
  type LoggedKind,
  type ModeratedKind,
  type ModerationAct,
  type ReportReason,
} from './words.ts'

const subject = { kind: z.enum(moderatedKinds), subjectId: id }
const reason = z.enum(reportReasons)
const note = lines(3, 1000)

export const Report = z.strictObject({ ...subject, reason, note: optional(lines(0, 1000)) })
export const Hide = z.strictObject({ ...subject, reason, note })
export const Dismiss = z.strictObject({ ...subject, note })
export const Restore = z.strictObject({ ...subject, note })

export const ShowReportable = z.strictObject(subject)
export const ListQueue = z.strictObject({ after })
export const ShowCase = z.strictObject(subject)
export const ShowLog = z.strictObject({ before: optional(wholeNumber(0, 999_999_999)) })

/** What a text is, to the person who reports it. */
export type Reportable = {
  kind: ModeratedKind
  id: string
  title: string | null
  text: string
  language: string
  name: string
  roomId: string | null
  consultation: { id: string; title: Said }
  isReported: boolean
}

/** Reports of one text, taken together: how many people, never who. */
export type Reported = {
  kind: ModeratedKind
  id: string
  title: string | null
  text: string
  language: string
  consultation: { id: string; title: Said }
  reasons: ReportReason[]
  notes: string[]
  reporters: number
  firstAt: string
}

export type Queue = { reported: Reported[]; after: string | null }

export type Case = {
  kind: ModeratedKind
  id: string
  title: string | null
  text: string
  /** What it said before it was edited, oldest first. */
  earlier: string[]
  language: string
  name: string
  isOwn: boolean
  isHidden: boolean
  isWithdrawn: boolean
  isWaiting: boolean
  isParked: boolean
  roomId: string | null
  consultation: { id: string; title: Said }
  reasons: ReportReason[]
  notes: string[]
  reporters: number
}

export type LogEntry = {
  number: number
  at: string
  act: ModerationAct
  kind: LoggedKind
  subjectId: string
  table: Said
  moderator: string
  reason: ReportReason | null
  note: string
  /** Of `slow` the seconds; of `hold` whether it began (1) or ended (0). */
  detail: number | null
  /** For moderators of the table; the coordinator reads what was decided and why, not the text. */
  text: { text: string; language: string } | null
}

export type Log = { entries: LogEntry[]; before: number | null }
