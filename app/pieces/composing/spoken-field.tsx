import { useLingui } from '@lingui/react'
import { TextArea } from '#app/pieces/text-area.tsx'
import { codeOf } from './outline.ts'

interface SpokenFieldProps {
  name: string
  label: string
  languages: readonly string[]
  texts: readonly string[]
  error: string | undefined
  /** At least the first language is asked for, unless this is said. */
  optional?: boolean
  hint?: string | undefined
  rows?: number
  maxLength?: number
}

/** The same words in each language of the survey, one field below the other. */
export function SpokenField({
  name,
  label,
  languages,
  texts,
  error,
  optional,
  hint,
  ...area
}: SpokenFieldProps) {
  const { _ } = useLingui()
  return languages.map((language, index) => (
    <TextArea
      key={language}
      name={name}
      id={index === 0 ? name : `${name}-${index}`}
      label={language === '' ? label : _('surveys.in-language', { label, language })}
      hint={index === 0 ? hint : undefined}
      error={index === 0 ? error : undefined}
      optional={optional === true || index > 0}
      rows={2}
      maxLength={2000}
      lang={codeOf(language)}
      defaultValue={texts[index]}
      {...area}
    />
  ))
}
