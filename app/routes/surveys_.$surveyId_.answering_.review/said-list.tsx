import { useLingui } from '@lingui/react'
import { AnswerSaid } from '#app/pieces/survey/answer-said.tsx'
import { Ours } from '#app/pieces/survey/ours.tsx'
import type { Drawn, Wrong } from '#server/responses/contract.ts'

interface SaidListProps {
  drawn: readonly Drawn[]
  wrong: Wrong
}

/** Questions with what was answered, and what must still be mended beside it. */
export function SaidList({ drawn, wrong }: SaidListProps) {
  return (
    <dl className="said-list">
      {drawn
        .filter(({ isRelevant }) => isRelevant)
        .map((one) => (
          <Said key={one.path} one={one} wrong={wrong} />
        ))}
    </dl>
  )
}

function Said({ one, wrong }: { one: Drawn; wrong: Wrong }) {
  const { _ } = useLingui()
  if (one.is === 'question') {
    if (one.type === 'note') return null
    const refusal = wrong[one.path] ?? wrong[`${one.path}_other`]
    return (
      <div>
        <dt>{one.label}</dt>
        <dd>
          <AnswerSaid question={one} />
          {refusal && <p className="field-error">{_(`refusal.${refusal.reason}`, refusal.values ?? {})}</p>}
        </dd>
      </div>
    )
  }
  const refusal = wrong[`${one.path}/_consent`]
  return (
    <div className="said-group">
      {one.label && <dt>{one.label}</dt>}
      <dd>
        {refusal && <p className="field-error">{_(`refusal.${refusal.reason}`)}</p>}
        {one.is === 'group' && <SaidList drawn={one.inside} wrong={wrong} />}
        {one.is === 'repeat' && one.turns.length === 0 && (
          <p className="muted">
            <Ours>{_('responses.turn.none')}</Ours>
          </p>
        )}
        {one.is === 'repeat' && (
          <ol className="said-turns">
            {one.turns.map(({ path, inside }) => (
              <li key={path}>
                <SaidList drawn={inside} wrong={wrong} />
              </li>
            ))}
          </ol>
        )}
      </dd>
    </div>
  )
}
