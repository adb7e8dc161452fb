import { z } from 'zod'
import type { Said } from '../by-language.ts'
import { after, clientId, day, email, id, line, lines, optional } from '../fields.ts'
import { territoryCode } from '../territories/contract.ts'
import {
  type Participation,
  participations,
  type Phase,
  stages,
  visibilities,
  type Visibility,
} from './words.ts'

const dates = {
  listenFrom: day,
  listenTo: day,
  discussFrom: day,
  discussTo: day,
  proposeFrom: day,
  proposeTo: day,
  decideFrom: day,
  decideTo: day,
  answerFrom: day,
  answerTo: day,
  followFrom: day,
  followTo: day,
  answerDueOn: day,
}

export const OpenConsultation = z.strictObject({
  tableId: id,
  titleIt: line(5, 160),
  titleEn: optional(line(5, 160)),
  titleFr: optional(line(5, 160)),
  titleAr: optional(line(5, 160)),
  summaryIt: lines(20, 1200),
  summaryEn: optional(lines(20, 1200)),
  summaryFr: optional(lines(20, 1200)),
  summaryAr: optional(lines(20, 1200)),
  goalIt: lines(10, 600),
  goalEn: optional(lines(10, 600)),
  goalFr: optional(lines(10, 600)),
  goalAr: optional(lines(10, 600)),
  visibility: z.enum(visibilities),
  participation: z.enum(participations),
  answeringOrganisationId: id,
  ...dates,
  clientId,
})

export const ReschedulePhases = z.strictObject({ consultationId: id, ...dates })
export const AdmitMember = z.strictObject({ consultationId: id, email })
export const RemoveMember = z.strictObject({ consultationId: id, personId: id })
export const CloseConsultation = z.strictObject({ consultationId: id })

export const ShowConsultation = z.strictObject({ consultationId: id })
export const ListMembers = z.strictObject({ consultationId: id })
export const ShowPhases = z.strictObject({ consultationId: id })
export const ShowOpening = z.strictObject({ tableId: id })
export const ListConsultations = z.strictObject({
  /** An ISTAT code, or the tables of no one region. */
  territory: optional(z.union([territoryCode, z.literal('interregional')])),
  /** Every open one unless said. */
  stage: optional(z.enum(stages)),
  tableId: optional(id),
  after,
})

export type DatedPhase = { phase: Phase; startsOn: string; endsOn: string }
export type PhaseDates = Record<keyof typeof dates, string>

/** What one person may do at a table today. */
export type Powers = {
  offices: ('chair' | 'secretary' | 'moderator')[]
  /** Seats in force that the person fills. */
  seats: {
    seatId: string
    organisationId: string
    kind: 'voting' | 'consultative' | 'observer'
    part: 'holder' | 'alternate'
  }[]
  /** Verified organisations the person may speak for. */
  representsOrganisations: { id: string; name: string }[]
  isAnsweringBody: boolean
}

/** A consultation that this person may see, as other acts need it. */
export type ConsultationSeen = {
  id: string
  tableId: string
  /** Where its table is; null for an interregional one. */
  territoryCode: string | null
  title: Said
  visibility: Visibility
  participation: Participation
  answeringOrganisationId: string
  answerDueOn: string
  closedAt: Date | null
  roomId: string
  /** The phase of today; null before the first, between two, and after the last. */
  phase: Phase | null
}

/** At most `figuresUpTo`: a larger number is not counted, so that the page stays as quick with 100,000. */
export type Figures = {
  needs: number
  organisations: number
  proposals: number
  briefs: number
  /** Ballots, polls and surveys that can be answered now. */
  openVotes: number
  openSurveys: number
}

export type ConsultationShown = {
  id: string
  title: Said
  summary: Said
  goal: Said
  visibility: Visibility
  participation: Participation
  phases: DatedPhase[]
  phase: Phase | null
  openedAt: Date
  closedAt: Date | null
  table: { id: string; name: Said; territoryCode: string | null; territory: string | null }
  answering: { id: string; name: string }
  answerDueOn: string
  roomId: string
  seats: {
    id: string
    kind: 'voting' | 'consultative' | 'observer'
    organisation: string
    holder: string | null
    endsOn: string | null
  }[]
  figures: Figures
  may: { takePart: boolean; postNeed: boolean; lead: boolean; admit: boolean }
}

export type ConsultationListed = {
  id: string
  title: Said
  summary: Said
  table: Said
  tableId: string
  territory: string | null
  visibility: Visibility
  phase: Phase | null
  phaseEndsOn: string | null
  /** When it begins, while it has not. */
  beginsOn: string | null
  answerDueOn: string
  closedAt: Date | null
}

export type MembersShown = {
  title: Said
  visibility: Visibility
  /** People let in one by one. */
  admitted: { personId: string; name: string; addedAt: Date }[]
  /** People whose seat, office or answering body lets them in. */
  others: { personId: string; name: string }[]
}

export type PhasesShown = {
  title: Said
  phases: DatedPhase[]
  answerDueOn: string
  closedAt: Date | null
  today: string
}

export type OpeningShown = {
  table: Said
  /** Verified public bodies that may be asked to answer. */
  bodies: { id: string; name: string }[]
  today: string
}
