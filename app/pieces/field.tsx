import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

/** The words every field may have. The field's id is its name, so that the error summary can link to it. */
export interface FieldWords {
  name: string
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
  /** Fields are required unless they say this. */
  optional?: boolean | undefined
}

interface FieldAria {
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

interface FieldProps extends FieldWords {
  children: (aria: FieldAria) => ReactNode
}

/** One question with one control. */
export function Field({ name, label, hint, error, optional, children }: FieldProps) {
  return (
    <div className={error ? 'field field-wrong' : 'field'}>
      <label htmlFor={name}>
        {label}
        {optional && <Optional />}
      </label>
      <Beside name={name} hint={hint} error={error} />
      {children(ariaOf({ name, hint, error }))}
    </div>
  )
}

/** One question with several controls, such as boxes to tick. */
export function FieldGroup({ name, label, hint, error, optional, children }: FieldProps) {
  const aria = ariaOf({ name, hint, error })
  return (
    <fieldset className={error ? 'field field-wrong' : 'field'} aria-describedby={aria['aria-describedby']}>
      <legend>
        {label}
        {optional && <Optional />}
      </legend>
      <Beside name={name} hint={hint} error={error} />
      {children(aria)}
    </fieldset>
  )
}

function Beside({ name, hint, error }: Pick<FieldWords, 'name' | 'hint' | 'error'>) {
  return (
    <>
      {hint && (
        <p className="field-hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="field-error" id={`${name}-error`}>
          <Icon name="warning-circle" small />
          {error}
        </p>
      )}
    </>
  )
}

function Optional() {
  const { _ } = useLingui()
  return <span className="field-optional"> {_('shell.optional')}</span>
}

function ariaOf({ name, hint, error }: Pick<FieldWords, 'name' | 'hint' | 'error'>): FieldAria {
  const describedBy = [error && `${name}-error`, hint && `${name}-hint`].filter(Boolean).join(' ')
  return { 'aria-describedby': describedBy || undefined, 'aria-invalid': error ? true : undefined }
}
