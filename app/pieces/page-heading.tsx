import { type ReactNode, useContext } from 'react'
import { PageTitle } from '#app/page-title.ts'

interface PageHeadingProps {
  /** Also the title of the window, so that the two never differ. */
  title: string
  /** The language of a title that a person wrote. */
  language?: string
  /** What kind of thing this is, in a word or two, above the title. */
  above?: ReactNode
  /** Badges under the title. */
  badges?: ReactNode
  lead?: ReactNode
  children?: ReactNode
}

export function PageHeading({ title, language, above, badges, lead, children }: PageHeadingProps) {
  const tellTitle = useContext(PageTitle)
  tellTitle(title)
  return (
    <div className="page-heading">
      {above && <p className="page-above">{above}</p>}
      {language ? (
        <h1 lang={language} dir="auto">
          {title}
        </h1>
      ) : (
        <h1>{title}</h1>
      )}
      {badges && <div className="cluster">{badges}</div>}
      {lead && <p className="lead">{lead}</p>}
      {children}
    </div>
  )
}
