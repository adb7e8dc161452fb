import { useLingui } from '@lingui/react'
import { UserWords } from '#app/pieces/user-text.tsx'
import { WideTable } from '#app/pieces/wide-table.tsx'
import type { Results, ShownAnswers } from '#server/opinions/contract.ts'
import { saidOf } from '#server/opinions/words.ts'

/** Every statement with its counts by group: what the drawings say, and the rest. */
export function EveryStatement({ results }: { results: Results }) {
  const { _ } = useLingui()
  const said = (answers: NonNullable<ShownAnswers>) => {
    const { shares, most } = saidOf(answers, results.fewest)
    return shares ? _('opinions.percent-agree', { n: shares.agree }) : _(`opinions.most.${most}`)
  }
  return (
    <section className="band" aria-labelledby="every">
      <h2 id="every">{_('opinions.every')}</h2>
      <p className="muted">{_('opinions.every.text')}</p>
      <WideTable>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{_('opinions.statement')}</th>
              <th scope="col">{_('opinions.all')}</th>
              {results.groups.map(({ letter }) => (
                <th key={letter} scope="col">
                  {_('opinions.group.short', { letter })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {results.statements.map(({ id, text, language, all, groups }) => (
              <tr key={id}>
                <th scope="row" className="every-statement">
                  <UserWords text={text} language={language} />
                </th>
                {[all, ...groups].map((answers, at) => (
                  <td key={at} className="number counted">
                    {answers === null ? (
                      <>
                        <span aria-hidden="true">·</span>
                        <span className="visually-hidden">{_('opinions.not-told')}</span>
                      </>
                    ) : (
                      <>
                        <span className="visually-hidden">{_('opinions.counts', answers)}</span>
                        <span aria-hidden="true" dir="ltr">
                          {answers.agree} / {answers.disagree} / {answers.pass}
                        </span>
                        <br />
                        <span className="small muted">{said(answers)}</span>
                      </>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </section>
  )
}
