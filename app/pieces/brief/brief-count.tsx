import { useLingui } from '@lingui/react'
import { Funded } from '#app/pieces/poll-count/funded.tsx'
import { Pairs } from '#app/pieces/poll-count/pairs.tsx'
import { Ties } from '#app/pieces/poll-count/ties.tsx'
import { UserWords } from '#app/pieces/user-text.tsx'
import { WideTable } from '#app/pieces/wide-table.tsx'
import type { BriefContent } from '#server/briefs/contract.ts'

type Counted = NonNullable<NonNullable<BriefContent['polls']>[number]['units'][number]['counted']>
type Result = Exclude<Counted, { funded: unknown }>

/** A count on one page and on paper, where nothing is folded; every round is on the poll's own page. */
export function BriefCount({ counted, language }: { counted: Counted; language: string }) {
  if ('funded' in counted) return <Funded counted={counted} />
  return (
    <>
      <Standing result={counted} language={language} />
      {counted.pairwise && <Pairs pairs={counted.pairwise} />}
      <Ties ties={counted.ties} />
    </>
  )
}

/** What each had at first and at last, and when it was decided that it is in or out. */
function Standing({ result, language }: { result: Result; language: string }) {
  const { _ } = useLingui()
  const { rounds, pairwise, method } = result
  const inRounds = method === 'irv' || method.startsWith('stv')
  const isPoints = method === 'score' || method === 'dots'
  const first = rounds[0]?.votes ?? []
  const last = (name: string) => {
    const round = rounds.findLast(({ votes }) => votes.some((each) => each.name === name))
    return round?.votes.find((each) => each.name === name)?.votes
  }
  const came = (name: string) => {
    for (const { round, elected, excluded } of rounds) {
      if (elected.includes(name)) return _('briefs.count.elected', { round })
      if (excluded.includes(name)) return _('briefs.count.excluded', { round })
    }
    return _('briefs.count.not-elected')
  }
  return (
    <WideTable>
      <table className="table">
        <caption className="small">
          {_(inRounds ? 'briefs.count.rounds' : 'briefs.poll.figures', { rounds: rounds.length })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{_('briefs.poll.choice')}</th>
            <th scope="col">
              {_(
                inRounds
                  ? 'briefs.count.first'
                  : isPoints
                    ? 'briefs.count.points'
                    : pairwise
                      ? 'briefs.count.beats'
                      : 'briefs.poll.votes',
              )}
            </th>
            {inRounds && <th scope="col">{_('briefs.count.last')}</th>}
            {inRounds && <th scope="col">{_('briefs.count.came')}</th>}
          </tr>
        </thead>
        <tbody>
          {first.map(({ name, votes }) => (
            <tr key={name}>
              <th scope="row">
                <UserWords text={name} language={language} />
              </th>
              <td className="number">{votes}</td>
              {inRounds && <td className="number">{last(name)}</td>}
              {inRounds && <td>{came(name)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}
