import { useLingui } from '@lingui/react'
import { FigureTold } from '#app/pieces/release/figure-told.tsx'
import { useWords } from '#app/pieces/release/use-words.ts'
import { UserWords } from '#app/pieces/user-text.tsx'
import type { Figure, ReleaseContent, ResultsShown } from '#server/releases/contract.ts'
import { CrossingTold } from './crossing-told.tsx'
import { WhoTookPart } from './who-took-part.tsx'

interface ReleaseBodyProps {
  shown: Pick<ResultsShown, 'survey' | 'cited' | 'may'>
  content: ReleaseContent
}

/** All that a release tells: figures, crossings, who took part, themes and quotations. */
export function ReleaseBody({ shown, content }: ReleaseBodyProps) {
  const { _ } = useLingui()
  const words = useWords()
  const { figures, crossings, participation, themes, quotations, fewestShown, number } = content
  return (
    <>
      <section className="band stack" aria-labelledby="figures">
        <h2 id="figures">{_('releases.figures')}</h2>
        <p className="muted">{_('releases.in-fives', { n: fewestShown })}</p>
        {figures.map((figure) => (
          <div key={figure.question} className="figure-of-question">
            <h3>
              <bdi>{words.ofQuestion(figure)}</bdi>
            </h3>
            <FigureTold figure={figure} />
            {figure.from < number && (
              <p className="small muted">{_('releases.earlier', { number: figure.from })}</p>
            )}
            {shown.may.cite && !figure.withheld && <Cite shown={shown} figure={figure} number={number} />}
          </div>
        ))}
      </section>
      {crossings.length > 0 && (
        <section className="band stack" aria-labelledby="crossings">
          <h2 id="crossings">{_('releases.crossings')}</h2>
          {crossings.map((crossing) => (
            <div key={`${crossing.rows.question} ${crossing.columns.question}`}>
              <h3>
                {_('releases.crossing', {
                  rows: words.ofQuestion(crossing.rows),
                  columns: words.ofQuestion(crossing.columns),
                })}
              </h3>
              <CrossingTold crossing={crossing} />
              {crossing.from < number && (
                <p className="small muted">{_('releases.earlier', { number: crossing.from })}</p>
              )}
            </div>
          ))}
        </section>
      )}
      {participation && <WhoTookPart participation={participation} />}
      {(themes.length > 0 || quotations.length > 0) && (
        <section className="band stack" aria-labelledby="words">
          <h2 id="words">{_('releases.in-words')}</h2>
          {themes.length > 0 && (
            <>
              <p>{_('releases.themes.text')}</p>
              <ul>
                {themes.map(({ question, title, responses }) => (
                  <li key={`${question} ${title}`}>
                    <bdi>{title}</bdi>{' '}
                    <span className="muted">{_('releases.themes.count', { n: responses })}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
          {quotations.map(({ text, language }) => (
            <blockquote key={text}>
              <UserWords text={text} language={language} />
            </blockquote>
          ))}
        </section>
      )}
    </>
  )
}

/** The next brief of the consultation says this figure, or no longer does. */
function Cite({
  shown,
  figure,
  number,
}: {
  shown: ReleaseBodyProps['shown']
  figure: Figure
  number: number
}) {
  const { _ } = useLingui()
  const isCited = shown.cited.includes(figure.question)
  const page = `/surveys/${shown.survey.id}/results/citations`
  return (
    <form method="post" action={isCited ? `${page}/withdrawal` : page}>
      <input type="hidden" name="question" value={figure.question} />
      {!isCited && <input type="hidden" name="number" value={number} />}
      <button className="btn btn-outline-primary btn-sm">
        {_(isCited ? 'releases.cite.withdraw' : 'releases.cite')}
      </button>
    </form>
  )
}
