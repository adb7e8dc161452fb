import type { ReactNode } from 'react'

interface PageHeadingProps {
  title: ReactNode
  /** What kind of thing this is, in a word or two, above the title. */
  above?: ReactNode
  /** Badges under the title. */
  badges?: ReactNode
  lead?: ReactNode
  children?: ReactNode
}

export function PageHeading({ title, above, badges, lead, children }: PageHeadingProps) {
  return (
    <div className="page-heading">
      {above && <p className="page-above">{above}</p>}
      <h1>{title}</h1>
      {badges && <div className="cluster">{badges}</div>}
      {lead && <p className="lead">{lead}</p>}
      {children}
    </div>
  )
}
