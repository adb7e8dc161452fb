import { z } from 'zod'
import type { Said } from '../by-language.ts'
import type { Phase } from '../consultations/words.ts'

export const ShowHome = z.strictObject({})

export type OpenConsultation = {
  id: string
  title: Said
  table: Said
  phase: Phase | null
  /** The last day of the running phase. */
  phaseEndsOn: string | null
}
export type Deadline = {
  kind: 'phase-ends' | 'answer-due'
  on: string
  consultationId: string
  title: Said
  phase: Phase | null
  isOverdue: boolean
}
export type LatestBrief = { id: string; number: string; title: Said; publishedAt: Date }
export type LatestAnswer = {
  proposalId: string
  title: string
  language: string
  outcome: string
  body: string
  givenAt: Date
}

export type TableShown = {
  id: string
  name: Said
  seats: {
    id: string
    kind: 'voting' | 'consultative' | 'observer'
    /** The organisation, while somebody fills its seat. */
    holder: string | null
    endsOn: string | null
    endingSoon: boolean
  }[]
}

export type Home = {
  /** Open consultations by region code; interregional ones count for none. */
  openByRegion: Record<string, number>
  consultations: OpenConsultation[]
  deadlines: Deadline[]
  briefs: LatestBrief[]
  answers: LatestAnswer[]
  /** The table that the reader sits at, or else the one whose consultation moved last: the picture of the page. */
  table: TableShown | null
  /** What the reader is looked to for: the reports at their tables, proposals that wait for an answer of their body. */
  duties: ('moderation' | 'answers')[]
  updatedAt: Date | null
}
