import { useLingui } from '@lingui/react'

interface ErrorSummaryProps {
  /** Field name to what is wrong with it, as the fields themselves say it. */
  errors: Record<string, string | undefined>
  /** What is wrong with the whole, when it is no one field. */
  message?: string | undefined
}

/** Everything wrong with a form, above it, each line leading to its field. */
export function ErrorSummary({ errors, message }: ErrorSummaryProps) {
  const { _ } = useLingui()
  const wrong = Object.entries(errors).filter((entry): entry is [string, string] => Boolean(entry[1]))
  if (wrong.length === 0 && !message) return null
  return (
    <div className="error-summary" role="alert" tabIndex={-1} id="errors">
      <h2>{message ?? _('shell.errors')}</h2>
      <ul>
        {wrong.map(([name, error]) => (
          <li key={name}>
            <a href={`#${name}`}>{error}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
