import { migrate } from '#db/migrate.ts'
import { demoContent } from '#db/seed/content/index.ts'
import type { Ground } from '../ground.ts'
import { noLimits } from '../limits.ts'
import { follow, tellWhatWasMissed } from '../notices/index.ts'
import { briefsIn } from './briefs.ts'
import { castOn } from './cast.ts'
import { consultationsIn } from './consultations.ts'
import { heldMeetingsIn } from './held-meetings.ts'
import { meetingsIn } from './meetings.ts'
import { organisationsIn } from './organisations.ts'
import { pollsIn } from './polls.ts'
import { proposalsIn } from './proposals.ts'
import { isFilled, keepPeople, keepPersonas, startAfresh, takeTurn, tidyUp, whatIsThere } from './records.ts'
import { roomsIn } from './rooms.ts'
import { surveyAnswersIn } from './survey-answers.ts'
import { surveysIn } from './surveys.ts'
import { tablesIn } from './tables.ts'
import { statementsIn } from './statements.ts'
import { talkIn } from './talk.ts'
import { timeline } from './timeline.ts'

/** Lives the demo's story through the same acts as everybody, in the order of its days. Does nothing where it was lived before. */
export async function fillDemo(ground: Ground): Promise<boolean> {
  if (await isFilled(ground.db)) return false
  const run = async () => {
    if (await isFilled(ground.db)) return false
    const there = await whatIsThere(ground.db)
    if (there === 'people')
      throw new Error('DEMO=1 wants a database of its own: this one has people in it who are not the demo’s')
    if (there === 'half-a-demo') {
      await startAfresh(ground.db)
      await migrate(ground.db)
    }
    await fill(ground)
    return true
  }
  return ground.settings.databaseUrl ? takeTurn(ground.db, run) : run()
}

async function fill(ground: Ground): Promise<void> {
  const today = ground.now()
  let moment = today
  const stage: Ground = { ...ground, now: () => moment, pretendsNow: true, ring: () => {}, limits: noLimits }
  const story = timeline(today)
  const people = await keepPeople(ground.db, demoContent.people, story.moment(-600))
  const cast = castOn(stage, people)

  for (const add of [
    organisationsIn,
    tablesIn,
    consultationsIn,
    roomsIn,
    talkIn,
    proposalsIn,
    briefsIn,
    heldMeetingsIn,
    meetingsIn,
    statementsIn,
    pollsIn,
    surveysIn,
    surveyAnswersIn,
  ])
    add(story, cast, demoContent)
  for (const step of story.inOrder()) {
    moment = step.at
    try {
      await step.run()
    } catch (error) {
      throw new Error(`The demo stopped at «${step.what}» on ${step.at.toISOString()}`, { cause: error })
    }
  }

  moment = today
  const reader = demoContent.people.find((person) => person.persona === 'reader')
  const main = demoContent.consultations[0]
  if (reader && main)
    await follow(stage, cast.as(reader.key), { kind: 'consultation', id: cast.id(main.key) })
  await tellWhatWasMissed(stage)
  await tidyUp(ground.db, story.moment(-7))
  await keepPersonas(ground.db, demoContent.people)
}
