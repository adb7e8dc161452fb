import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { Moment } from './moment.tsx'

interface Happening {
  title: ReactNode
  /** Without one it is a way in general, such as the help explains. */
  state?: 'done' | 'now' | 'later'
  at?: Date | string | null | undefined
  href?: string | undefined
  text?: ReactNode
}

const classNames = {
  done: 'happening happening-done',
  now: 'happening happening-now',
  later: 'happening happening-later',
}

/** The story of one thing, such as a need: what happened to it, where it is, what is still to come. */
export function Timeline({ events }: { events: readonly Happening[] }) {
  const { _ } = useLingui()
  return (
    <ol className="timeline">
      {events.map(({ title, state, at, href, text }, index) => (
        <li
          key={index}
          className={state ? classNames[state] : 'happening'}
          aria-current={state === 'now' ? 'step' : undefined}
        >
          <p className="happening-title">
            {href ? <a href={href}>{title}</a> : title}
            {state && <span className="visually-hidden"> {_(`shell.story.${state}`)}</span>}
          </p>
          {at && (
            <p className="happening-when">
              <Moment at={at} />
            </p>
          )}
          {text && <div className="happening-words">{text}</div>}
        </li>
      ))}
    </ol>
  )
}
