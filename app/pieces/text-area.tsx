import type { ComponentProps } from 'react'
import { Field, type FieldWords } from './field.tsx'

type TextAreaProps = FieldWords & Omit<ComponentProps<'textarea'>, keyof FieldWords | 'id' | 'className'>

export function TextArea({ name, label, hint, error, optional, ...area }: TextAreaProps) {
  return (
    <Field name={name} label={label} hint={hint} error={error} optional={optional}>
      {(aria) => (
        <textarea
          className="form-control"
          id={name}
          name={name}
          dir="auto"
          rows={6}
          required={!optional}
          {...area}
          {...aria}
        />
      )}
    </Field>
  )
}
