import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { directionOf } from '#app/i18n/languages.ts'

/** Words of ours among those of a form, which may be in another language and run the other way. */
export function Ours({ children }: { children: ReactNode }) {
  const { i18n } = useLingui()
  return (
    <span lang={i18n.locale} dir={directionOf(i18n.locale)}>
      {children}
    </span>
  )
}
