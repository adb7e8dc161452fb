import { useLingui } from '@lingui/react'
import { Icon } from './icon.tsx'
import { Moment } from './moment.tsx'

const phases = ['listen', 'discuss', 'propose', 'decide', 'answer', 'follow'] as const

export type PicturedPhase = (typeof phases)[number]

interface Step {
  phase: PicturedPhase
  from?: Date | string | null | undefined
  to?: Date | string | null | undefined
}

interface StepperProps {
  /** Where the consultation is; before its first phase, nothing. */
  current: PicturedPhase | null
  steps?: readonly Step[]
}

/** The way of a consultation, from listening to what changed. */
export function Stepper({ current, steps = phases.map((phase) => ({ phase })) }: StepperProps) {
  const { _ } = useLingui()
  const reached = steps.findIndex(({ phase }) => phase === current)
  return (
    <ol className="stepper" aria-label={_('shell.phases')}>
      {steps.map(({ phase, from, to }, index) => {
        const state = index < reached ? 'done' : index === reached ? 'now' : 'later'
        return (
          <li key={phase} className={classNames[state]} aria-current={state === 'now' ? 'step' : undefined}>
            <span className="step-sign" aria-hidden="true">
              {state === 'done' ? <Icon name="check" small /> : index + 1}
            </span>
            <span className="step-words">
              <span className="step-name">{_(`shell.phase.${phase}`)}</span>
              <span className={state === 'now' ? 'step-state' : 'visually-hidden'}>
                {' '}
                {_(`shell.phase.${state}`)}
              </span>
              {(from || to) && (
                <span className="step-dates">
                  {from && (
                    <>
                      {_('shell.from')} <Moment at={from} as="short" />
                    </>
                  )}{' '}
                  {to && (
                    <>
                      {_('shell.to')} <Moment at={to} as="short" />
                    </>
                  )}
                </span>
              )}
            </span>
          </li>
        )
      })}
    </ol>
  )
}

const classNames = { done: 'step step-done', now: 'step step-now', later: 'step step-later' }
