/** Days counted from the day the demo is filled: negative is past, positive is to come. The demo never ages. */
export type Day = number

export type Words = Record<'it' | 'en' | 'fr' | 'ar', string>

export type Language = 'it' | 'en' | 'fr' | 'ar' | 'uk' | 'bn' | 'ro' | 'es'

/** ISTAT code: 2 digits a region, 3 a province, 6 a municipality. */
export type TerritoryCode = string

export type PersonKey = `person:${string}`
export type OrganisationKey = `org:${string}`
export type TableKey = `table:${string}`
export type SeatKey = `seat:${string}`
export type ConsultationKey = `consultation:${string}`
export type NeedKey = `need:${string}`
export type MeetingKey = `meeting:${string}`
export type RoomKey = `room:${string}`
export type MessageKey = `message:${string}`
export type RecapKey = `recap:${string}`
export type ProposalKey = `proposal:${string}`
export type BriefKey = `brief:${string}`
export type AnswerKey = `answer:${string}`
export type ReportKey = `report:${string}`

export type Persona =
  | 'association-president'
  | 'other-association-member'
  | 'social-worker'
  | 'mediator'
  | 'table-chair'
  | 'regional-official'
  | 'coordinator'
  | 'reader'

export type PersonContent = {
  key: PersonKey
  name: string
  email: string
  language: Language
  persona?: Persona
  /** The regions for which this person may act as a regional official (verify, answer). */
  officialOf?: TerritoryCode[]
  coordinator?: true
}

export type OrganisationKind =
  | 'association'
  | 'third-sector'
  | 'public-body'
  | 'school'
  | 'health-body'
  | 'employer'
  | 'union'

export type OrganisationContent = {
  key: OrganisationKey
  name: string
  kind: OrganisationKind
  territory: TerritoryCode
  languages: Language[]
  communities: string[]
  registerNumber?: string
  /** The first representative is the one who registers the organisation. */
  representatives: PersonKey[]
  members: PersonKey[]
  registeredDay: Day
  verification:
    | { state: 'pending' }
    | { state: 'verified'; by: PersonKey; day: Day }
    | { state: 'rejected'; by: PersonKey; day: Day; reason: string }
}

export type SeatKind = 'voting' | 'consultative' | 'observer'

export type SeatContent = {
  key: SeatKey
  organisation: OrganisationKey
  kind: SeatKind
  /** A seat without a holder is an empty seat: the organisation has still to name a person. */
  holder?: PersonKey
  alternate?: PersonKey
  act: { number: string; day: Day }
  startDay: Day
  endDay: Day
  /** Said only when the seat ended before its term; a term that ran out needs no reason. */
  endReason?: string
}

export type TableContent = {
  key: TableKey
  name: Words
  /** Absent for the interregional table. */
  territory?: TerritoryCode
  foundedDay: Day
  chair: PersonKey
  secretary: PersonKey
  moderators: PersonKey[]
  seats: SeatContent[]
}

export type PhaseName = 'listen' | 'discuss' | 'propose' | 'decide' | 'answer' | 'follow'

export type ConsultationContent = {
  key: ConsultationKey
  table: TableKey
  title: Words
  summary: Words
  goal: Words
  visibility: 'public' | 'members-only'
  mayTakePart: 'organisations' | 'registered'
  openedBy: PersonKey
  openedDay: Day
  /** A phase runs from its start day up to, not including, its end day. */
  phases: { name: PhaseName; startDay: Day; endDay: Day; note: Words }[]
  answeringBody: string
  answerDueDay: Day
}

export type Area =
  | 'housing'
  | 'work'
  | 'health'
  | 'school'
  | 'training'
  | 'social-services'
  | 'language'
  | 'documents'
  | 'anti-discrimination'
  | 'participation'

export type Concern =
  | 'families'
  | 'women'
  | 'young-people'
  | 'children'
  | 'older-people'
  | 'workers'
  | 'seasonal-workers'
  | 'students'
  | 'people-with-disabilities'
  | 'newcomers'
  | 'whole-community'

export type Urgency = 'low' | 'medium' | 'high' | 'critical'

export type NeedContent = {
  key: NeedKey
  consultation: ConsultationKey
  language: Language
  title: string
  /** Paragraphs are parted by an empty line; a line that starts with "- " is an item of a list. */
  text: string
  territory: TerritoryCode
  areas: Area[]
  concerns: Concern[]
  urgency: Urgency
  /** Months before the day the demo is filled: -18 is a year and a half ago. */
  sinceMonths: number
  tried?: string
  author: PersonKey
  organisation: OrganisationKey
  supporters: { people: PersonKey[]; organisations: OrganisationKey[] }
  postedDay: Day
}

export type MessageContent = {
  key: MessageKey
  author: PersonKey
  language: Language
  /** Minutes after nine in the morning of the day the room opened. */
  minute: number
  text: string
  replyTo?: MessageKey
  /** The seats that it calls on. */
  calls?: SeatKey[]
}

/** What happened around the messages of a room; minutes as those of the messages. */
export type TalkContent = {
  room: RoomKey
  reactions: {
    to: MessageKey
    kind: 'agree' | 'thanks' | 'important' | 'question' | 'idea'
    by: PersonKey[]
  }[]
  pinned: { message: MessageKey; by: PersonKey; minute: number; words: string }
  parked: { message: MessageKey; by: PersonKey; minute: number; words: string }
  recaps: { key: RecapKey; by: PersonKey; minute: number; texts: { language: Language; text: string }[] }[]
}

export type RoomContent = {
  key: RoomKey
  consultation: ConsultationKey
  openedDay: Day
  messages: MessageContent[]
}

export type ReportReason = 'personal-data' | 'insult' | 'advertising' | 'off-topic' | 'danger' | 'other'

export type ReportContent = {
  key: ReportKey
  about: MessageKey | NeedKey
  by: PersonKey
  reason: ReportReason
  words: string
  /** How long after the message or the need was posted. */
  after: { minutes: number } | { days: number }
  /** Absent while the report waits in the moderators' queue; its minutes run from the report. */
  decision?: { kind: 'hide' | 'dismiss'; by: PersonKey; afterMinutes: number; words: string }
}

export type Choice = 'for' | 'against' | 'abstain'

export type BallotContent = {
  opensDay: Day
  closesDay: Day
  openedBy: PersonKey
  /** Share of the voting seats in force that must have voted. */
  quorumPercent: number
  majority: 'simple' | 'absolute' | 'two-thirds'
  seatVotes: { seat: SeatKey; by: PersonKey; choice: Choice; reason?: string }[]
  personVotes: { person: PersonKey; choice: Choice; reason?: string }[]
}

export type ProposalState =
  | 'draft'
  | 'published'
  | 'in-vote'
  | 'approved'
  | 'not-approved'
  | 'answered'
  | 'withdrawn'

export type ProposalContent = {
  key: ProposalKey
  consultation: ConsultationKey
  state: ProposalState
  author: PersonKey
  title: string
  ask: string
  addressee: string
  sources: NeedKey[]
  /** Oldest first; the first is the draft as it was written. */
  versions: { day: Day; by: PersonKey; text: string; note: string }[]
  publishedDay?: Day
  withdrawn?: { day: Day; reason: string }
  ballot?: BallotContent
}

export type BriefContent = {
  key: BriefKey
  consultation: ConsultationKey
  publishedDay: Day
  publishedBy: PersonKey
  title: Words
  introduction: Words
  next: Words
}

export type DeclineReason =
  | 'not-competent'
  | 'no-funds'
  | 'already-covered'
  | 'not-feasible'
  | 'against-law'
  | 'other'

export type GivenAnswer = {
  by: PersonKey
  office: string
  day: Day
  words: string
  measures: { words: string; office: string; dueDay: Day; funding?: string }[]
} & (
  | { kind: 'accepted' | 'accepted-in-part' }
  | { kind: 'declined'; reason: DeclineReason }
  | { kind: 'under-study'; decidesByDay: Day }
)

export type AnswerContent = {
  key: AnswerKey
  proposal: ProposalKey
  body: string
  askedDay: Day
  dueDay: Day
  /** Absent while the body is silent; past its due day the silence is shown as overdue. */
  given?: GivenAnswer
}

export type PaperContent = Partial<Record<'it' | 'en' | 'fr' | 'ar', { title: string; text: string }>>

/** A meeting that is called and still to come. */
export type MeetingContent = {
  key: MeetingKey
  consultation: ConsultationKey
  calledBy: PersonKey
  calledDay: Day
  day: Day
  /** How long it is to last. */
  minutes: number
  title: Words
  place: string
  languages: ('it' | 'en' | 'fr' | 'ar')[]
  quorumPercent: number
  seatMinutes: number
  items: {
    title: string
    minutes: number
    about?: ProposalKey | NeedKey
    papers: PaperContent[]
  }[]
}
