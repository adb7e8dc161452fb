import { z } from 'zod'
import type { Said } from '../by-language.ts'
import { after, clientId, day, id, lines, optional } from '../fields.ts'
import { declineReasons, outcomes, type DeclineReason, type Outcome } from './words.ts'

export const AskAnswer = z.strictObject({ proposalId: id, dueOn: day })

export const GiveAnswer = z.strictObject({
  proposalId: id,
  clientId,
  outcome: z.enum(outcomes),
  reason: optional(z.enum(declineReasons)),
  text: lines(20, 6000),
  language: optional(z.string().regex(/^[a-z]{2,3}$/, 'not-valid')),
  measure: optional(lines(0, 2000)),
  doneBy: optional(day),
  reviewOn: optional(day),
})

export const ShowAnswer = z.strictObject({ proposalId: id })
export const ListAnswers = z.strictObject({ after })
export const AnswersDue = z.strictObject({})

export type AnswerGiven = {
  number: number
  outcome: Outcome
  reason: DeclineReason | null
  text: string
  language: string
  measure: string
  doneBy: string | null
  reviewOn: string | null
  givenAt: Date
}

/** What became of a proposal at the body that must answer it; the newest answer first. */
export type AnswerShown = {
  proposal: { id: string; number: number; title: string; language: string; state: string }
  consultation: { id: string; title: Said; isPublic: boolean }
  /** The body of the consultation, which answers its proposals. */
  body: string
  asked: { at: Date; dueOn: string; daysLate: number; isSettled: boolean } | null
  /** The due date that the consultation foresees. */
  foreseenDueOn: string
  answers: AnswerGiven[]
  mayAsk: boolean
  mayGive: boolean
}

export type AnswerAwaited = {
  proposalId: string
  title: string
  language: string
  consultation: Said
  body: string
  dueOn: string
  /** Days after the due date, in Italy; 0 while there is time. */
  daysLate: number
}

export type AnswerListed = {
  proposalId: string
  title: string
  language: string
  consultation: Said
  body: string
  number: number
  outcome: Outcome
  givenAt: Date
  reviewOn: string | null
  doneBy: string | null
}

export type AnswersListed = {
  overdue: AnswerAwaited[]
  awaited: AnswerAwaited[]
  given: AnswerListed[]
  older: string | null
}
