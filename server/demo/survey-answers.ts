import type { DemoContent } from '#db/seed/content/demo-content.ts'
import type { SurveyAnswersContent } from '#db/seed/content/survey-answers.ts'
import type { Guest } from '../ground.ts'
import { citeFigure, publishRelease, quoteText, readTexts } from '../releases/index.ts'
import { sendWhole } from '../responses/index.ts'
import type { Cast } from './cast.ts'
import type { Timeline } from './timeline.ts'

/** People answer the survey that is closed by now; its figures are released, and a brief is to cite one. */
export function surveyAnswersIn(story: Timeline, cast: Cast, { surveys, surveyAnswers }: DemoContent): void {
  for (const content of surveyAnswers) {
    const survey = surveys.find(({ key }) => key === content.survey)
    if (survey) answered(story, cast, content, survey.opensDay, survey.by)
  }
}

function answered(
  story: Timeline,
  cast: Cast,
  content: SurveyAnswersContent,
  opensDay: number,
  reader: Parameters<Cast['as']>[0],
): void {
  const { ground } = cast
  const asked = () => ({ surveyId: cast.id(content.survey) })
  for (let person = 0; person < content.people; person++)
    story.add(story.moment(opensDay + 1, 10 * person), `answer ${person} to ${content.survey}`, async () =>
      sendWhole(ground, someone, {
        ...asked(),
        by: 'link',
        language: content.texts[person]?.language ?? 'Italiano (it)',
        fields: fieldsOf(content, person),
        clientId: cast.clientId(`${content.survey} ${person}`),
      }),
    )
  story.add(story.moment(content.releasedDay, 30), `${content.survey} is read`, async () => {
    const { texts } = await readTexts(ground, cast.as(reader), { ...asked(), question: content.textOf })
    for (const { responseId } of texts.filter(({ isQuotable }) => isQuotable).slice(0, 3))
      await quoteText(ground, cast.as(reader), { ...asked(), responseId, question: content.textOf })
  })
  story.add(story.moment(content.releasedDay, 60), `${content.survey} is released`, async () =>
    publishRelease(ground, cast.as(content.releasedBy), { ...asked(), number: 1 }),
  )
  story.add(story.moment(content.releasedDay, 90), `${content.survey} is cited`, async () =>
    citeFigure(ground, cast.as(reader), { ...asked(), number: 1, question: content.cited }),
  )
}

/** Somebody with the link. */
const someone: Guest = { kind: 'guest', language: 'it', network: 'demo' }

function fieldsOf(content: SurveyAnswersContent, person: number): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = {}
  const isAsked = (condition: [string, string] | undefined) =>
    condition === undefined || fields[condition[0]] === condition[1]
  for (const [at, { question, of }] of content.single.entries()) fields[question] = oneOf(of, lot(person, at))
  for (const [at, { question, of, if: condition }] of content.several.entries()) {
    if (!isAsked(condition)) continue
    const chosen = Object.keys(of).filter((choice, n) => lot(person, 50 + 20 * at + n) < (of[choice] ?? 0))
    fields[question] = chosen.length > 0 ? chosen : Object.keys(of).slice(0, 1)
  }
  const text = content.texts[person]
  if (text) {
    fields[content.textOf] = text.text
    if (text.isQuotable) fields[`${content.textOf}~quotable`] = 'yes'
  }
  return fields
}

function oneOf(shares: Record<string, number>, lot: number): string {
  let left = lot
  const found = Object.entries(shares).find(([, share]) => (left -= share) < 0)
  return found?.[0] ?? Object.keys(shares)[0] ?? ''
}

/** From 0 to 99, the same for the same person and question at every filling. */
function lot(person: number, question: number): number {
  let mixed = Math.imul(person + 1, 0x9e3779b1) ^ Math.imul(question + 1, 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
  return (mixed >>> 8) % 100
}
