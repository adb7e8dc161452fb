import type { PollContent } from './polls.ts'
import type { HeldMeetingContent } from './shape-held.ts'
import type { StatementsContent } from './shape-statements.ts'
import type { SurveyAnswersContent } from './survey-answers.ts'
import type { SurveyContent } from './surveys.ts'
import type {
  AnswerContent,
  BriefContent,
  ConsultationContent,
  MeetingContent,
  NeedContent,
  OrganisationContent,
  PersonContent,
  ProposalContent,
  ReportContent,
  RoomContent,
  TableContent,
  TalkContent,
} from './shape.ts'

/** All that the demo tells. */
export type DemoContent = {
  people: PersonContent[]
  organisations: OrganisationContent[]
  tables: TableContent[]
  consultations: ConsultationContent[]
  needs: NeedContent[]
  rooms: RoomContent[]
  talk: TalkContent
  reports: ReportContent[]
  proposals: ProposalContent[]
  answers: AnswerContent[]
  briefs: BriefContent[]
  meetings: MeetingContent[]
  heldMeetings: HeldMeetingContent[]
  statements: StatementsContent
  polls: PollContent[]
  surveys: SurveyContent[]
  surveyAnswers: SurveyAnswersContent[]
}
