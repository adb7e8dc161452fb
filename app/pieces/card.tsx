import type { ReactNode } from 'react'

interface CardProps {
  title: ReactNode
  href?: string
  above?: ReactNode
  badges?: ReactNode
  /** The quiet last line: who, where, when. */
  foot?: ReactNode
  level?: 2 | 3 | 4
  children?: ReactNode
}

export function Card({ title, href, above, badges, foot, level = 3, children }: CardProps) {
  const Heading = `h${level}` as const
  return (
    <article className="card">
      {above && <p className="card-above">{above}</p>}
      <Heading className="card-title">{href ? <a href={href}>{title}</a> : title}</Heading>
      {badges && <div className="cluster">{badges}</div>}
      {children && <div className="card-words">{children}</div>}
      {foot && <div className="card-foot">{foot}</div>}
    </article>
  )
}
