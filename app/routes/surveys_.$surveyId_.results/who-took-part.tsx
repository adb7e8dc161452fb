import { useLingui } from '@lingui/react'
import { useWords } from '#app/pieces/release/use-words.ts'
import { WideTable } from '#app/pieces/wide-table.tsx'
import type { Participation } from '#server/releases/contract.ts'
import { notTold } from '#server/releases/words.ts'

/** Those who answered beside the people they are from. */
export function WhoTookPart({ participation }: { participation: Participation }) {
  const { _ } = useLingui()
  const words = useWords()
  return (
    <section className="band stack" aria-labelledby="who">
      <h2 id="who">{_('releases.who')}</h2>
      <p>
        {_('releases.who.text')} {_('releases.who.source')} <bdi>{participation.source}</bdi>
      </p>
      {participation.questions.map((question) => (
        <div key={question.question}>
          <h3>
            <bdi>{words.ofQuestion(question)}</bdi>
          </h3>
          <WideTable>
            <table className="table">
              <caption>{_('releases.base', { n: question.base })}</caption>
              <thead>
                <tr>
                  <th scope="col">{_('releases.answer')}</th>
                  <th scope="col">{_('releases.who.here')}</th>
                  <th scope="col">{_('releases.who.population')}</th>
                </tr>
              </thead>
              <tbody>
                {question.groups.map((group) => (
                  <tr key={group.names.join(' ')}>
                    <th scope="row">{words.ofGroup(group)}</th>
                    <td className="number">{group.share === null ? notTold : `${group.share}%`}</td>
                    <td className="number">{group.population}%</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </WideTable>
          <p>
            {question.apart === null
              ? _('releases.who.no-index')
              : _('releases.who.index', { n: question.apart })}
          </p>
        </div>
      ))}
    </section>
  )
}
