import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import type { MinutesShown } from '#server/minutes/contract.ts'
import type { MinutesPart } from '#server/minutes/words.ts'

interface PassageProps {
  minutes: Pick<MinutesShown, 'content' | 'may'>
  part: MinutesPart
  itemId?: string
  title: ReactNode
  children: ReactNode
}

/** A part of the minutes that a seat may correct. */
export function Passage({ minutes, part, itemId, title, children }: PassageProps) {
  const { _ } = useLingui()
  const id = itemId ? `item-${itemId}` : part
  const asked = itemId ? `part=item&itemId=${itemId}` : `part=${part}`
  return (
    <section className="band minutes-passage" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
      {minutes.may.correct && (
        <p className="no-print">
          <a href={`/meetings/${minutes.content.meeting.id}/minutes/corrections?${asked}`}>
            {_('minutes.correct')}
            <span className="visually-hidden"> {title}</span>
          </a>
        </p>
      )}
    </section>
  )
}
