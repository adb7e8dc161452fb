import { useLingui } from '@lingui/react'
import { Bars } from '#app/pieces/bars.tsx'
import { FigureTable } from '#app/pieces/figure-table.tsx'
import type { Figure } from '#server/releases/contract.ts'
import { notTold } from '#server/releases/words.ts'
import { useWords } from './use-words.ts'

/** A released figure: bars of what is told, and behind them the table with what is not. */
export function FigureTold({ figure }: { figure: Figure }) {
  const { _ } = useLingui()
  const words = useWords()
  const { withheld, groups, base, is } = figure
  if (withheld) return <p>{_(`releases.withheld.${withheld}`)}</p>
  const bars = groups.flatMap((group) =>
    group.people === null ? [] : [{ label: words.ofGroup(group), value: group.people }],
  )
  return (
    <>
      <FigureTable
        caption={
          <>
            {_('releases.base', { n: base })} {is === 'several' && _('releases.several')}
          </>
        }
        columns={[_('releases.answer'), _('releases.people'), _('releases.share')]}
        rows={groups.map((group) => [
          words.ofGroup(group),
          group.people ?? notTold,
          group.share === null ? (group.people === null ? notTold : '') : `${group.share}%`,
        ])}
      >
        <Bars bars={bars} />
      </FigureTable>
      {groups.some(({ people }) => people === null) && <p className="small muted">{_('releases.hidden')}</p>}
    </>
  )
}
