import { useLingui } from '@lingui/react'
import type { MinutesItem as Item, MinutesShown } from '#server/minutes/contract.ts'
import { Clock } from '../meeting/turn-clock.tsx'
import { Moment } from '../moment.tsx'
import { UserText, UserWords } from '../user-text.tsx'
import { Corrections } from './corrections.tsx'
import { Happened } from './happened.tsx'
import { Passage } from './passage.tsx'

/** An item of the agenda: when it ran, what came about under it, and what came of it. */
export function MinutesItem({ minutes, item }: { minutes: MinutesShown; item: Item }) {
  const { _ } = useLingui()
  const { id, position, title, language, about, outcome } = item
  return (
    <Passage
      minutes={minutes}
      part="item"
      itemId={id}
      title={
        <>
          {position}. <UserWords text={title} language={language} />
        </>
      }
    >
      <WhenItRan item={item} />
      {about && (
        <p>
          {_(`minutes.about.${about.kind}`)}{' '}
          <a href={about.kind === 'need' ? `/needs/${about.id}` : `/proposals/${about.id}`}>
            <UserWords text={about.title} language={about.language} />
          </a>
        </p>
      )}
      <Happened happenings={item} roomId={minutes.roomId} level={3} />
      <WhatCameOfIt item={item} />
      {outcome && <UserText text={outcome.text} language={outcome.language} />}
      <Corrections
        corrections={minutes.content.corrections.filter(({ itemId }) => itemId === id)}
        maySettle={minutes.may.settle}
      />
    </Passage>
  )
}

function WhenItRan({ item: { ran, seconds, plannedMinutes } }: { item: Item }) {
  const { _ } = useLingui()
  if (ran.length === 0) return <p className="muted">{_('minutes.not-run')}</p>
  return (
    <p className="muted">
      {ran.map(({ from, to }, index) => (
        <span key={from}>
          {index > 0 && '; '}
          {_('minutes.from')} <Moment at={from} as="time" />
          {to && (
            <>
              {' '}
              {_('minutes.to')} <Moment at={to} as="time" />
            </>
          )}
        </span>
      ))}
      {' · '}
      <Clock seconds={seconds} /> {_('minutes.planned', { minutes: plannedMinutes })}
    </p>
  )
}

function WhatCameOfIt({ item: { state, endedAs, carriedTo } }: { item: Item }) {
  const { _ } = useLingui()
  if (state === 'carried')
    return (
      <p>
        <strong>
          {carriedTo === null ? _('minutes.carried') : _('minutes.carried-to', { number: carriedTo })}
        </strong>
      </p>
    )
  return endedAs ? (
    <p>
      <strong>{_(`minutes.ended.${endedAs}`)}</strong>
    </p>
  ) : null
}
