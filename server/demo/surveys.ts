import type { DemoContent } from '#db/seed/content/demo-content.ts'
import type { SurveyContent } from '#db/seed/content/surveys.ts'
import {
  closeSurvey,
  composeSurvey,
  openSurvey,
  planTables,
  setSurveyRules,
  showSurvey,
} from '../surveys/index.ts'
import type { Cast } from './cast.ts'
import type { Timeline } from './timeline.ts'

/** One that is closed and waits to be counted, one that is open in four languages, one that is still being composed. */
export function surveysIn(story: Timeline, cast: Cast, { surveys }: DemoContent): void {
  for (const survey of surveys) surveyed(story, cast, survey)
}

function surveyed(story: Timeline, cast: Cast, survey: SurveyContent): void {
  const { ground } = cast
  const { key, by, thanks, title } = survey
  const opens = story.moment(survey.opensDay, 60)
  const closes = story.moment(survey.closesDay, 540)
  const written = story.moment(Math.min(survey.opensDay - 3, -1), 200)
  const atNow = async () => {
    const surveyId = cast.id(key)
    const { version } = await showSurvey(ground, cast.as(by), { surveyId })
    return { surveyId, version }
  }
  story.add(written, `${key} is composed`, async () => {
    const { surveyId } = await composeSurvey(ground, cast.as(by), {
      consultationId: cast.id(survey.consultation),
      title,
      template: survey.template,
      language: 'Italiano (it)',
      clientId: cast.clientId(key),
    })
    cast.keep(key, surveyId)
  })
  if (!thanks) return
  story.add(new Date(written.getTime() + 600_000), `${key} has its rules`, async () =>
    setSurveyRules(ground, cast.as(by), {
      ...(await atNow()),
      title,
      access: survey.access,
      opensAt: opens.toISOString(),
      closesAt: closes.toISOString(),
      isApart: 'yes',
      takesOnBehalf: 'yes',
      thanks: [...thanks],
      quota: [],
      quotaMost: [],
    }),
  )
  story.add(new Date(written.getTime() + 1_200_000), `${key} has its tables`, async () =>
    planTables(ground, cast.as(by), {
      ...(await atNow()),
      single: survey.single,
      pairRows: survey.pairs.map(([rows]) => rows),
      pairColumns: survey.pairs.map(([, columns]) => columns),
      day: survey.releaseDays.map((day) => story.day(day)),
    }),
  )
  story.add(opens, `${key} opens`, async () =>
    openSurvey(ground, cast.as(by), { ...(await atNow()), when: 'now' }),
  )
  if (closes.getTime() < story.moment(0).getTime())
    story.add(closes, `${key} closes`, async () =>
      closeSurvey(ground, cast.as(by), { surveyId: cast.id(key) }),
    )
}
