import { z } from 'zod'
import type { Area } from '../needs/words.ts'
import type { ProposalState } from '../proposals/words.ts'
import type { Outcome } from '../answers/words.ts'

export const ShowStatistics = z.strictObject({})

/** Figures of public consultations only, the same for everybody. */
export type Statistics = {
  countedAt: Date
  consultations: { open: number; closed: number }
  /** Organisations that wrote a need, spoke or hold a seat at a table. */
  organisations: number
  /** People who wrote, spoke or voted, in steps of five; null while they are fewer than five. */
  people: number | null
  needs: {
    total: number
    byArea: { area: Area; needs: number }[]
    byRegion: { code: string; name: string; needs: number }[]
  }
  proposals: { state: Exclude<ProposalState, 'draft'>; proposals: number }[]
  answers: {
    /** By the newest answer of each proposal. */
    byOutcome: { outcome: Outcome; proposals: number }[]
    /** From the question to the answer that closes it, in whole days; null before the first. */
    medianDays: number | null
    awaited: number
    overdue: number
  }
}
