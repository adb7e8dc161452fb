import { answers } from './answers.ts'
import { bodies } from './bodies.ts'
import { briefs } from './briefs.ts'
import { consultations } from './consultations.ts'
import { heldMeetings } from './held-meetings.ts'
import { sicilyMeeting } from './meeting-sicily.ts'
import { needs } from './needs.ts'
import { organisations } from './organisations.ts'
import { people } from './people.ts'
import { polls } from './polls.ts'
import { proposals } from './proposals.ts'
import { reports } from './reports.ts'
import { rooms } from './rooms.ts'
import { statements } from './statements.ts'
import type { DemoContent } from './demo-content.ts'
import { surveyAnswers } from './survey-answers.ts'
import { surveys } from './surveys.ts'
import { tables } from './tables.ts'
import { talk } from './talk.ts'

export const demoContent: DemoContent = {
  people,
  organisations: [...bodies, ...organisations],
  tables,
  consultations,
  needs,
  rooms,
  talk,
  reports,
  proposals,
  answers,
  briefs,
  meetings: [sicilyMeeting],
  heldMeetings,
  statements,
  polls,
  surveys,
  surveyAnswers,
}
