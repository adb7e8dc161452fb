import { useLingui } from '@lingui/react'
import { AnswerSaid } from '#app/pieces/survey/answer-said.tsx'
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
  const groups = one.is === 'group' ? [{ path: one.path, inside: one.inside }] : one.turns
  const refusal = wrong[`${one.path}/_consent`]
  return (
    <div className="said-group">
      {one.label && <dt>{one.label}</dt>}
      <dd>
        {refusal && <p className="field-error">{_(`refusal.${refusal.reason}`)}</p>}
        {groups.length === 0 && <p className="muted">{_('responses.turn.none')}</p>}
        {groups.map(({ path, inside }) => (
          <SaidList key={path} drawn={inside} wrong={wrong} />
        ))}
      </dd>
    </div>
  )
}
