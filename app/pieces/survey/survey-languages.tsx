import { useLingui } from '@lingui/react'
import { screenLanguages } from '#app/i18n/languages.ts'
import type { FormLanguage } from '#server/responses/contract.ts'

interface SurveyLanguagesProps {
  languages: readonly FormLanguage[]
  language: FormLanguage
  /** The page that is drawn again; none where this stands in a form that is sent first, so that what was typed stays. */
  page?: string
}

/** The languages a form is asked in. One that we speak too changes the words around the form as well. */
export function SurveyLanguages({ languages, language, page }: SurveyLanguagesProps) {
  const { _ } = useLingui()
  const others = languages.filter(({ name }) => name !== language.name)
  if (others.length === 0) return null
  return (
    <nav className="survey-languages" aria-label={_('responses.languages')}>
      <ul className="cluster">
        {others.map(({ code, label, direction }) => (
          <li key={code} lang={code} dir={direction}>
            {page === undefined ? (
              <button className="link-button" name="~speak" value={code}>
                {label}
              </button>
            ) : (
              <InLanguage code={code} label={label} page={page} />
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}

function InLanguage({ code, label, page }: { code: string; label: string; page: string }) {
  const address = `${page}${page.includes('?') ? '&' : '?'}language=${code}`
  if (!screenLanguages.some((each) => each === code)) return <a href={address}>{label}</a>
  return (
    <form method="post" action="/language">
      <input type="hidden" name="back" value={address} />
      <button className="link-button" name="language" value={code}>
        {label}
      </button>
    </form>
  )
}
