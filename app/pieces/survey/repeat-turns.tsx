import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import type { Drawn, RepeatDrawn } from '#server/responses/contract.ts'
import { Ours } from './ours.tsx'

interface RepeatTurnsProps {
  repeat: RepeatDrawn
  draw: (inside: readonly Drawn[]) => ReactNode
}

/** The same questions for each of several: one more or one less is a page sent and drawn again. */
export function RepeatTurns({ repeat, draw }: RepeatTurnsProps) {
  const { _ } = useLingui()
  const { path, label, hint, turns, isCounted, mayAdd } = repeat
  return (
    <section className="question-group" id={path} aria-labelledby={label ? `${path}-title` : undefined}>
      {label && <h2 id={`${path}-title`}>{label}</h2>}
      {hint && <p className="field-hint">{hint}</p>}
      {!isCounted && <input type="hidden" name={`${path}~turns`} value={turns.length} />}
      {turns.map((turn, at) => (
        <fieldset key={turn.path} className="question-turn" id={turn.path}>
          <legend>
            {label} <span>{at + 1}</span>
          </legend>
          {draw(turn.inside)}
          {!isCounted && (
            <button className="btn btn-outline-primary btn-small" name="~turn" value={`remove:${turn.path}`}>
              <Ours>{_('responses.turn.remove', { n: at + 1 })}</Ours>
            </button>
          )}
        </fieldset>
      ))}
      {mayAdd && (
        <button className="btn btn-outline-primary" name="~turn" value={`add:${path}`}>
          <Ours>{_(turns.length === 0 ? 'responses.turn.first' : 'responses.turn.add')}</Ours>
        </button>
      )}
    </section>
  )
}
