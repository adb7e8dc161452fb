import type { ReactNode } from 'react'
import { safeLink } from '#server/documents/words.ts'

interface WrittenLinkProps {
  href: string
  children: ReactNode
  language?: string
  leftToRight?: boolean
}

/** A link that somebody wrote. It was judged when it was written; what a browser would run is no link here either. */
export function WrittenLink({ href, children, language, leftToRight }: WrittenLinkProps) {
  const safe = safeLink(href)
  if (safe === undefined) return <>{children}</>
  return (
    <a href={safe} rel="nofollow noopener ugc" hrefLang={language} dir={leftToRight ? 'ltr' : undefined}>
      {children}
    </a>
  )
}
