import type { Reader } from '#db/database.ts'
import type { SurveyInBrief } from './contract.ts'
import { listCitedReleases } from './records-citations.ts'

/** The released figures that a brief of a consultation says, by survey and release. */
export async function readCitedFigures(db: Reader, consultationId: string): Promise<SurveyInBrief[]> {
  const surveys = new Map<string, SurveyInBrief>()
  for (const { question, content, sha256 } of await listCitedReleases(db, consultationId)) {
    const figure = content.figures.find((each) => each.question === question)
    if (!figure) continue
    const survey = surveys.get(sha256) ?? {
      surveyId: content.survey.id,
      title: content.survey.title,
      number: content.number,
      sha256,
      people: content.people,
      figures: [],
    }
    survey.figures.push(figure)
    surveys.set(sha256, survey)
  }
  return [...surveys.values()]
}
