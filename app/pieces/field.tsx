import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

/** The words every field may have. The field's id is its name, so that the error summary can link to it. */
export interface FieldWords {
  name: string
  /** Its own, where two forms of a page have a field of the same name. */
  id?: string | undefined
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
export function Field({ name, id = name, label, hint, error, optional, children }: FieldProps) {
  return (
    <div className={error ? 'field field-wrong' : 'field'}>
      <label htmlFor={id}>
        {label}
        {optional && <Optional />}
      </label>
      <Beside id={id} hint={hint} error={error} />
      {children(ariaOf({ id, hint, error }))}
    </div>
  )
}

/** One question with several controls, such as boxes to tick. */
export function FieldGroup({ name, id = name, label, hint, error, optional, children }: FieldProps) {
  const aria = ariaOf({ id, hint, error })
  return (
    <fieldset className={error ? 'field field-wrong' : 'field'} aria-describedby={aria['aria-describedby']}>
      <legend>
        {label}
        {optional && <Optional />}
      </legend>
      <Beside id={id} hint={hint} error={error} />
      {children(aria)}
    </fieldset>
  )
}

type BesideProps = { id: string } & Pick<FieldWords, 'hint' | 'error'>

function Beside({ id, hint, error }: BesideProps) {
  return (
    <>
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="field-error" id={`${id}-error`}>
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

function ariaOf({ id, hint, error }: BesideProps): FieldAria {
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return { 'aria-describedby': describedBy || undefined, 'aria-invalid': error ? true : undefined }
}
