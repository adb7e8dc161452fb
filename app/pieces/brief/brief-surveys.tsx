import { useLingui } from '@lingui/react'
import { FigureTold } from '#app/pieces/release/figure-told.tsx'
import { useWords } from '#app/pieces/release/use-words.ts'
import type { SurveyInBrief } from '#server/releases/contract.ts'

/** Figures of surveys as they were released, each with where it is from. */
export function BriefSurveys({ surveys, origin }: { surveys: SurveyInBrief[]; origin: string }) {
  const { _ } = useLingui()
  const words = useWords()
  return (
    <section className="band stack" aria-labelledby="surveys">
      <h2 id="surveys">{_('briefs.surveys')}</h2>
      {surveys.map(({ surveyId, title, number, sha256, people, figures }) => (
        <div key={sha256}>
          <p>
            <a href={`${origin}/surveys/${surveyId}/results?number=${number}`}>
              {_('briefs.surveys.source', { title, number, n: people })}
            </a>
          </p>
          {figures.map((figure) => (
            <div key={figure.question}>
              <h3>
                <bdi>{words.ofQuestion(figure)}</bdi>
              </h3>
              <FigureTold figure={figure} />
            </div>
          ))}
        </div>
      ))}
    </section>
  )
}
