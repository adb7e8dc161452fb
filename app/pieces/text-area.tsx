import type { ComponentProps } from 'react'
import { Field, type FieldWords } from './field.tsx'

type TextAreaProps = FieldWords & Omit<ComponentProps<'textarea'>, keyof FieldWords | 'className'>

export function TextArea({ name, id = name, label, hint, error, optional, ...area }: TextAreaProps) {
  return (
    <Field name={name} id={id} label={label} hint={hint} error={error} optional={optional}>
      {(aria) => (
        <textarea
          className="form-control"
          id={id}
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
