import { useLingui } from '@lingui/react'
import { SelectField } from '#app/pieces/select-field.tsx'
import { languageNames } from '#server/people/words.ts'

interface OwnLanguageProps {
  id: string
  error: string | undefined
  chosen: string | undefined
}

const languages = Object.entries(languageNames).map(([value, label]) => ({ value, label }))

/** The language of what one writes for the record: one of those in which a table writes. */
export function OwnLanguage({ id, error, chosen }: OwnLanguageProps) {
  const { _ } = useLingui()
  return (
    <SelectField
      name="language"
      id={id}
      label={_('decisions.language')}
      options={languages}
      error={error}
      defaultValue={chosen}
    />
  )
}

/** Ids of fields: by their name on a page of their own, and apart from others' where a page has several forms. */
export function idsIn(form: string | undefined): (name: string) => string {
  return (name) => (form ? `${form}-${name}` : name)
}
