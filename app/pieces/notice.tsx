import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

const tones = {
  info: { className: 'notice notice-info', icon: 'info-circle' },
  good: { className: 'notice notice-good', icon: 'check-circle' },
  warn: { className: 'notice notice-warn', icon: 'warning-circle' },
  bad: { className: 'notice notice-bad', icon: 'warning-circle' },
} satisfies Record<string, { className: string; icon: IconName }>

interface NoticeProps {
  tone?: keyof typeof tones
  title?: ReactNode
  /** Read aloud when it appears: for what just happened, not for what is always there. */
  spoken?: boolean
  children?: ReactNode
}

export function Notice({ tone = 'info', title, spoken, children }: NoticeProps) {
  const { className, icon } = tones[tone]
  const role = tone === 'bad' ? 'alert' : 'status'
  return (
    <div className={className} role={spoken ? role : undefined}>
      <Icon name={icon} />
      <div className="notice-words">
        {title && <p className="notice-title">{title}</p>}
        {children}
      </div>
    </div>
  )
}
