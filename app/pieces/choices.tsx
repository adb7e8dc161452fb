import type { ReactNode } from 'react'
import { FieldGroup, type FieldWords } from './field.tsx'

interface Choice {
  value: string
  label: ReactNode
  hint?: ReactNode
  /** Not to be chosen now, and not to be seen until a script opens it. */
  isClosed?: boolean
}

interface ChoicesProps extends FieldWords {
  choices: readonly Choice[]
  inColumns?: boolean
}

/** Tick as many as fit. */
export function CheckboxGroup({ chosen = [], ...group }: ChoicesProps & { chosen?: readonly string[] }) {
  return <Choices {...group} type="checkbox" isChosen={(value) => chosen.includes(value)} />
}

/** Pick exactly one. */
export function RadioGroup({ chosen, ...group }: ChoicesProps & { chosen?: string | null | undefined }) {
  return <Choices {...group} type="radio" isChosen={(value) => value === chosen} />
}

interface DrawnChoices extends ChoicesProps {
  type: 'checkbox' | 'radio'
  isChosen: (value: string) => boolean
}

function Choices({ type, isChosen, choices, inColumns, ...words }: DrawnChoices) {
  const { name, id: first = name, optional } = words
  return (
    <FieldGroup {...words}>
      {(aria) => (
        <div className={inColumns ? 'choices-in-columns' : undefined}>
          {choices.map(({ value, label, hint, isClosed }, position) => {
            const id = position === 0 ? first : `${first}-${value}`
            return (
              <div className="choice" key={value} hidden={isClosed}>
                <input
                  id={id}
                  type={type}
                  name={name}
                  value={value}
                  defaultChecked={isChosen(value)}
                  disabled={isClosed}
                  required={type === 'radio' && !optional}
                  aria-invalid={aria['aria-invalid']}
                  aria-describedby={hint ? `${id}-choice-hint` : undefined}
                />
                <label htmlFor={id}>{label}</label>
                {hint && (
                  <p className="field-hint" id={`${id}-choice-hint`}>
                    {hint}
                  </p>
                )}
              </div>
            )
          })}
        </div>
      )}
    </FieldGroup>
  )
}

interface CheckboxProps {
  name: string
  id?: string
  label: ReactNode
  hint?: ReactNode
  value?: string
  checked?: boolean
}

/** A single yes. */
export function Checkbox({ name, id = name, label, hint, value = 'yes', checked }: CheckboxProps) {
  return (
    <div className="choice">
      <input
        id={id}
        type="checkbox"
        name={name}
        value={value}
        defaultChecked={checked}
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}
