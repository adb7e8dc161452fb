import { useLingui } from '@lingui/react'
import { phases } from '#server/consultations/words.ts'
import { DateField } from './date-field.tsx'
import { Moment } from './moment.tsx'

interface PhaseFieldsProps {
  dates: Record<string, string | undefined>
  errors: Record<string, string | undefined>
  /** The day before which a phase's dates no longer move. */
  fixedBefore?: string
}

/** Two dates for each phase; one that is over is shown and sent as it was. */
export function PhaseFields({ dates, errors, fixedBefore }: PhaseFieldsProps) {
  const { _ } = useLingui()
  return phases.map((phase) => {
    const [from, to] = [`${phase}From`, `${phase}To`]
    const [start, end] = [dates[from], dates[to]]
    const isOver = fixedBefore !== undefined && end !== undefined && end < fixedBefore
    return (
      <fieldset className="field" key={phase}>
        <legend>{_(`shell.phase.${phase}`)}</legend>
        {isOver && start ? (
          <p className="muted">
            <input type="hidden" name={from} value={start} />
            <input type="hidden" name={to} value={end} />
            {_('shell.from')} <Moment at={start} as="short" /> {_('shell.to')} <Moment at={end} as="short" />.{' '}
            {_('shell.phase.done')}.
          </p>
        ) : (
          <div className="cluster">
            <DateField
              name={from}
              label={_('consultations.from')}
              error={errors[from]}
              defaultValue={start}
            />
            <DateField name={to} label={_('consultations.to')} error={errors[to]} defaultValue={end} />
          </div>
        )}
      </fieldset>
    )
  })
}
