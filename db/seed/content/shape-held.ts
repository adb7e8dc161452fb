import type {
  ConsultationKey,
  Day,
  Language,
  MeetingKey,
  MessageKey,
  OrganisationKey,
  PersonKey,
  ProposalKey,
  SeatKey,
  Words,
} from './shape.ts'

export type ItemKey = `item:${string}`
export type MotionKey = `motion:${string}`
export type DecisionKey = `decision:${string}`

/** Who speaks for a seat, and for which. */
type BySeat = { seat: SeatKey; by: PersonKey }

/** What happened in a meeting, in the order of its minutes after the hour for which it was called. */
export type MeetingStep = { at: number } & (
  | ({ does: 'comes'; part: 'holder' | 'alternate' } & BySeat)
  | ({ does: 'leaves' } & BySeat)
  | { does: 'starts'; item: ItemKey }
  | {
      does: 'closes'
      item: ItemKey
      endedAs: 'discussed' | 'agreed' | 'decided' | 'not-agreed'
      outcome: string
    }
  | ({ does: 'speaks'; seconds: number } & BySeat)
  | {
      does: 'says'
      key: MessageKey
      by: PersonKey
      organisation: OrganisationKey
      language: Language
      text: string
      takenUpBy: PersonKey
    }
  | { does: 'checks'; question: string; answers: (BySeat & { choice: 0 | 1 | 2 })[] }
  | ({ does: 'moves'; key: MotionKey; text: string } & BySeat)
  | ({ does: 'supports'; motion: MotionKey } & BySeat)
  | { does: 'withdraws'; motion: MotionKey; by: PersonKey }
  | {
      does: 'puts'
      motion: MotionKey
      decision: DecisionKey
      quorumPercent: number
      votes: (BySeat & { choice: 'for' | 'against' | 'abstain'; reason?: string })[]
      /** Minutes until the chair closed the vote. */
      open: number
    }
  | { does: 'decides'; key: DecisionKey; text: string }
  | { does: 'approves'; minutesOf: MeetingKey }
  | {
      does: 'sets'
      of: DecisionKey | ItemKey
      text: string
      office: string
      dueDay: Day
      reviewDay?: Day
      report?: { day: Day; by: PersonKey; isDone: boolean; note: string }
    }
)

/** What a seat found wrong in the draft, and what the chair answered. */
export type CorrectionContent = BySeat & {
  day: Day
  item?: ItemKey
  says: string
  shouldSay: string
  language: 'it' | 'en' | 'fr' | 'ar'
  answer?: { day: Day; isAccepted: boolean; reason: string }
}

/** A meeting that was held, from its call to what became of its minutes. */
export type HeldMeetingContent = {
  key: MeetingKey
  consultation: ConsultationKey
  chair: PersonKey
  calledDay: Day
  day: Day
  minutes: number
  title: Words
  place: string
  quorumPercent: number
  items: { key: ItemKey; title: string; minutes: number; about?: ProposalKey }[]
  apologies: BySeat[]
  steps: MeetingStep[]
  corrections: CorrectionContent[]
}
