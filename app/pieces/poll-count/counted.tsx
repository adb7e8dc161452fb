import { useLingui } from '@lingui/react'
import { Bars } from '#app/pieces/bars.tsx'
import { FigureTable } from '#app/pieces/figure-table.tsx'
import type { UnitResult } from '#server/polls/contract.ts'
import { Funded } from './funded.tsx'
import { Pairs } from './pairs.tsx'
import { Rounds } from './rounds.tsx'
import { Ties } from './ties.tsx'

type CountedResult = NonNullable<UnitResult['counted']>

/** The figures, each with the table behind it. */
export function Counted({ title, counted }: { title: string; counted: CountedResult }) {
  const { _ } = useLingui()
  if ('tally' in counted)
    return (
      <>
        <Figures
          about={title}
          caption={_('polls.figure.answers')}
          bars={counted.tally.map(({ answer, votes }) => ({
            label: _(`polls.answer.${answer}`),
            value: votes,
          }))}
        />
        {counted.median && <p>{_('polls.median', { answer: _(`polls.answer.${counted.median}`) })}</p>}
      </>
    )
  if ('funded' in counted) return <Funded counted={counted} />
  const [last] = counted.rounds
  return (
    <>
      {counted.rounds.length === 1 && last && (
        <Figures
          about={title}
          caption={_(counted.pairwise ? 'polls.figure.beats' : 'polls.figure.votes')}
          bars={last.votes.map(({ name, votes }) => ({ label: name, value: Number(votes) }))}
        />
      )}
      {counted.pairwise && <Pairs pairs={counted.pairwise} />}
      {counted.rounds.length > 1 && <Rounds rounds={counted.rounds} />}
      <Ties ties={counted.ties} />
    </>
  )
}

function Figures({
  about,
  caption,
  bars,
}: {
  about: string
  caption: string
  bars: { label: string; value: number }[]
}) {
  const { _ } = useLingui()
  return (
    <FigureTable
      caption={caption}
      columns={[about, _('ballots.votes')]}
      rows={bars.map(({ label, value }) => [label, value])}
    >
      <Bars bars={bars} />
    </FigureTable>
  )
}
