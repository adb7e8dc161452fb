import { useLingui } from '@lingui/react'
import type { MinutesShown } from '#server/minutes/contract.ts'
import { Corrections } from './corrections.tsx'
import { Happened, isAnythingIn } from './happened.tsx'
import { MinutesItem } from './minutes-item.tsx'
import { MinutesMeeting } from './minutes-meeting.tsx'
import { MinutesPresence } from './minutes-presence.tsx'
import { Passage } from './passage.tsx'

/** Minutes as they are read, on a screen and on paper: the meeting, who was there, each item in order, what came beside. */
export function MinutesBody({ minutes }: { minutes: MinutesShown }) {
  const { _ } = useLingui()
  const { content } = minutes
  const { items, outside, corrections } = content
  const ofPart = (part: string) => corrections.filter((correction) => correction.part === part)
  return (
    <>
      <Passage minutes={minutes} part="meeting" title={_('minutes.meeting')}>
        <MinutesMeeting content={content} consultation={minutes.consultation} />
        <Corrections corrections={ofPart('meeting')} maySettle={minutes.may.settle} />
      </Passage>
      <Passage minutes={minutes} part="presence" title={_('minutes.presence')}>
        <MinutesPresence presence={content.presence} />
        <Corrections corrections={ofPart('presence')} maySettle={minutes.may.settle} />
      </Passage>
      {items.map((item) => (
        <MinutesItem key={item.id} minutes={minutes} item={item} />
      ))}
      {(isAnythingIn(outside) || ofPart('outside').length > 0) && (
        <Passage minutes={minutes} part="outside" title={_('minutes.outside')}>
          <Happened happenings={outside} roomId={minutes.roomId} level={3} />
          <Corrections corrections={ofPart('outside')} maySettle={minutes.may.settle} />
        </Passage>
      )}
    </>
  )
}
