import type { ComponentProps } from 'react'
import { Field, type FieldWords } from './field.tsx'

type InputProps = Omit<ComponentProps<'input'>, keyof FieldWords | 'className'>

interface TextFieldProps extends FieldWords, InputProps {
  /** For a code, a number or a date: no wider than what goes in. */
  short?: boolean
}

/** One line. A name or a title takes its writer's direction; an address or a number stays left to right. */
export function TextField({
  name,
  id = name,
  label,
  hint,
  error,
  optional,
  short,
  type = 'text',
  ...input
}: TextFieldProps) {
  return (
    <Field name={name} id={id} label={label} hint={hint} error={error} optional={optional}>
      {(aria) => (
        <input
          className={short ? 'form-control form-control-short' : 'form-control'}
          id={id}
          name={name}
          type={type}
          dir={type === 'text' || type === 'search' ? 'auto' : 'ltr'}
          required={!optional}
          {...input}
          {...aria}
        />
      )}
    </Field>
  )
}
