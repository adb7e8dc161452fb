import type { Said } from '../by-language.ts'
import type { Participation, Phase, Visibility } from './words.ts'

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
