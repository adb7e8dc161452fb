import type { ComponentProps } from 'react'
import { Field, type FieldWords } from './field.tsx'

export interface Option {
  value: string
  label: string
}

interface SelectFieldProps
  extends FieldWords, Omit<ComponentProps<'select'>, keyof FieldWords | 'className' | 'children'> {
  options: readonly Option[]
  /** The first, empty line: what to do, or what it means to leave it so. */
  empty?: string
}

export function SelectField({
  name,
  id = name,
  label,
  hint,
  error,
  optional,
  options,
  empty,
  ...select
}: SelectFieldProps) {
  return (
    <Field name={name} id={id} label={label} hint={hint} error={error} optional={optional}>
      {(aria) => (
        <select className="form-control" id={id} name={name} required={!optional} {...select} {...aria}>
          {empty !== undefined && <option value="">{empty}</option>}
          {options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
