import { z } from 'zod'
import type { Said } from '../by-language.ts'
import { after, clientId, id, lines, optional } from '../fields.ts'
import type { CommonGround } from '../opinions/contract.ts'
import type { Decided } from '../polls/contract.ts'
import type { SurveyInBrief } from '../releases/contract.ts'
import type { ShownCounts } from './shown-counts.ts'
import { briefLimits } from './words.ts'

export type { ShownCounts }

export const PublishBrief = z.strictObject({
  consultationId: id,
  introduction: optional(lines(0, briefLimits.introduction)),
  nextSteps: lines(20, briefLimits.nextSteps),
  language: optional(z.string().regex(/^[a-z]{2,3}$/, 'not-valid')),
  clientId,
})
export const PreviewBrief = z.strictObject({ consultationId: id })
export const ShowBrief = z.strictObject({ briefId: id })
export const ShowBriefBytes = z.strictObject({ briefId: id })
export const ListBriefs = z.strictObject({ after, consultationId: optional(id) })

export type Texts = { [language: string]: string }
export type Tally = { for: number; against: number; abstain: number }

/** The content of a brief, from format 1. Once published it never changes, so neither does the meaning of a name here. */
export type BriefContent = {
  format: 'tavolo-brief-1'
  number: number | null
  year: number | null
  publishedOn: string | null
  introduction: string
  nextSteps: string
  language: string
  consultation: {
    id: string
    title: Texts
    summary: Texts
    goal: Texts
    isPublic: boolean
    phases: { phase: string; startsOn: string; endsOn: string }[]
  }
  table: { id: string; name: Texts; territory: string | null }
  answeringBody: { name: string; dueOn: string }
  /** Who asks: the organisations with a seat on that day, and those that took part. */
  seats: { organisation: string; kind: string }[]
  organisations: { name: string; kind: string }[]
  territories: { name: string; needs: number }[]
  /** `people` took part by writing, supporting or speaking; null stands for fewer than `fewestShown`, or for what would tell of them. */
  figures: {
    needs: number
    organisations: number
    proposals: number
    fewestShown: number
    people: ShownCounts & { of: ['for-organisation', 'in-own-name'] }
  }
  areas: { area: string; needs: number; quotations: BriefQuotation[] }[]
  proposals: BriefProposal[]
  /** What every group of opinion accepts and what divides them; not there where none was asked, or before it is shown. */
  opinions?: CommonGround
  /** What the polls decided; not there where none was counted. */
  polls?: Decided[]
  /** Released figures of surveys that were chosen for it; not there where none was. */
  surveys?: SurveyInBrief[]
}

export type BriefQuotation = {
  needId: string
  title: string
  excerpt: string
  language: string
  organisation: string | null
  territory: string
}

export type BriefProposal = {
  id: string
  number: number
  title: string
  ask: string
  addressee: string
  language: string
  state: string
  needs: number
  ballot: {
    id: string
    closedOn: string
    outcome: string
    quorum: number
    majority: string
    seatsOnRoll: number
    seats: Tally
    persons: ShownCounts & { of: ['for', 'against', 'abstain'] }
    /** What the seats on the losing side gave as their reasons. */
    minority: { organisation: string; reason: string }[]
  } | null
  answer: {
    dueOn: string
    isSettled: boolean
    given: {
      number: number
      outcome: string
      reason: string | null
      text: string
      language: string
      measure: string
      doneBy: string | null
      reviewOn: string | null
      givenOn: string
    }[]
  } | null
}

/** What of the content is kept by language, in the reader's. */
export type BriefInWords = { title: Said; goal: Said; table: Said }

export type BriefShown = BriefInWords & {
  id: string
  content: BriefContent
  sha256: string
  publishedAt: Date
  newer: { id: string; number: number; year: number } | null
  older: { id: string; number: number; year: number } | null
}

export type BriefListed = {
  id: string
  number: number
  year: number
  title: Said
  table: Said
  publishedAt: Date
  isSuperseded: boolean
}
/** `mayPublish` speaks of the one consultation that was asked about. */
export type BriefsListed = { briefs: BriefListed[]; older: string | null; mayPublish: boolean }
export type BriefPreviewed = BriefInWords & { content: BriefContent; mayPublish: boolean }
