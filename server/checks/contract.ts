import { z } from 'zod'
import type { ShownCounts } from '../briefs/contract.ts'
import { clientId, id, line, list, optional, wholeNumber } from '../fields.ts'
import { type WrittenLanguage, writtenLanguages } from '../rooms/words.ts'
import { checkKinds, checkLimits, checkSeconds, checkUnits, type CheckKind, type CheckUnit } from './words.ts'

export const OpenCheck = z.strictObject({
  meetingId: id,
  kind: z.enum(checkKinds),
  unit: z.enum(checkUnits),
  question: line(3, checkLimits.question),
  language: z.enum(Object.keys(writtenLanguages) as [WrittenLanguage]),
  /** For a question; a form sends the lines that were left empty too. */
  options: list(line(0, checkLimits.option)),
  seconds: wholeNumber(checkSeconds[0], checkSeconds.at(-1) ?? 0),
  clientId,
})
export const CloseCheck = z.strictObject({ meetingId: id, checkId: id })
export const AnswerCheck = z.strictObject({
  meetingId: id,
  checkId: id,
  choice: wholeNumber(0, checkLimits.options - 1),
  /** For a check by seat. */
  seatId: optional(id),
})
export const ShowChecks = z.strictObject({ meetingId: id })
export const ShowMyAnswers = z.strictObject({ meetingId: id })

type Check = {
  id: string
  kind: CheckKind
  unit: CheckUnit
  question: string
  language: string
  /** None for a temperature check: its three are translated. */
  options: string[]
}

export type OpenCheckShown = Check & {
  closesAt: string
  /** How many have answered; null while they are too few people to be counted. */
  answered: number | null
}

/** Counts by option, as they may be shown. */
export type CheckResult = Check & { closedAt: string; counts: ShownCounts }

/** The check that is open, and the one that was closed last. While it is open nobody is shown how it stands. */
export type ChecksShown = { open: OpenCheckShown | null; last: CheckResult | null }

export type ChecksListed = {
  meetingId: string
  roomId: string
  open: OpenCheckShown | null
  closed: CheckResult[]
  may: { open: boolean }
}

/** What the reader has answered to the check that is open, for each seat or for themselves. */
export type MyAnswers = { checkId: string; unitId: string; choice: number }[]
