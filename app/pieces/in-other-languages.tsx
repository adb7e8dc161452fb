import { useLingui } from '@lingui/react'
import { languageName } from '#app/language-names.ts'
import { TextArea } from './text-area.tsx'
import { TextField } from './text-field.tsx'

interface InOtherLanguagesProps {
  /** The words of each field, by the stem of its name: `title` has `titleIt`, `titleEn`… */
  fields: readonly { stem: string; label: string; rows?: number }[]
  errors: Record<string, string | undefined>
  typed: (name: string) => string | undefined
}

const others = [
  ['en', 'En'],
  ['fr', 'Fr'],
  ['ar', 'Ar'],
] as const

/** The same texts in the languages beside Italian: folded, because Italian alone is enough to begin. */
export function InOtherLanguages({ fields, errors, typed }: InOtherLanguagesProps) {
  const { _, i18n } = useLingui()
  return others.map(([language, suffix]) => {
    const names = fields.map(({ stem }) => `${stem}${suffix}`)
    return (
      <details
        className="other-language"
        key={language}
        open={names.some((name) => errors[name] || typed(name))}
      >
        <summary>{_('tables.in-language', { language: languageName(language, i18n.locale) })}</summary>
        <div className="stack">
          {fields.map(({ stem, label, rows }) => {
            const name = `${stem}${suffix}`
            const shared = {
              name,
              label: `${label} (${languageName(language, i18n.locale)})`,
              error: errors[name],
              defaultValue: typed(name),
              lang: language,
              optional: true,
            }
            return rows ? (
              <TextArea key={name} rows={rows} {...shared} />
            ) : (
              <TextField key={name} {...shared} />
            )
          })}
        </div>
      </details>
    )
  })
}
