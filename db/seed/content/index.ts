import { answers } from './answers.ts'
import { bodies } from './bodies.ts'
import { briefs } from './briefs.ts'
import { consultations } from './consultations.ts'
import { needs } from './needs.ts'
import { organisations } from './organisations.ts'
import { people } from './people.ts'
import { proposals } from './proposals.ts'
import { reports } from './reports.ts'
import { rooms } from './rooms.ts'
import type { DemoContent } from './shape.ts'
import { tables } from './tables.ts'

export const demoContent: DemoContent = {
  people,
  organisations: [...bodies, ...organisations],
  tables,
  consultations,
  needs,
  rooms,
  reports,
  proposals,
  answers,
  briefs,
}
