import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

const tones = {
  quiet: 'badge badge-quiet',
  blue: 'badge badge-blue',
  now: 'badge badge-now',
  good: 'badge badge-good',
  warn: 'badge badge-warn',
  bad: 'badge badge-bad',
}

export type Tone = keyof typeof tones

/** A state in a word or two; `now` is the warm accent, for what is open or happening at this moment. */
export function Badge({
  tone = 'quiet',
  icon,
  children,
}: {
  tone?: Tone
  icon?: IconName
  children: ReactNode
}) {
  return (
    <span className={tones[tone]}>
      {icon && <Icon name={icon} small />}
      {children}
    </span>
  )
}
