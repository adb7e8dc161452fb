import { useLingui } from '@lingui/react'
import { useNow } from '#app/live/use-now.ts'
import { Moment } from '#app/pieces/moment.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import type { TalkShown } from '#server/rooms/contract.ts'
import { directionOfText } from './direction.ts'
import type { Reader } from './message.tsx'
import { RecapTexts } from './recap-texts.tsx'

/** What stands above the talk: its rules now, the message that everybody should see, what was said so far in plain words. */
export function TalkHead({ talk, reader }: { talk: TalkShown; reader: Reader }) {
  const { _ } = useLingui()
  const { slowSeconds, isHeld, waiting, pinned, recap } = talk
  const { roomId, mayModerate, mayKeepOrder } = reader
  return (
    <div className="talk-head">
      {(slowSeconds > 0 || isHeld) && (
        <p className="talk-rule">
          {slowSeconds > 0 && _('rooms.slow', { seconds: slowSeconds })} {isHeld && _('rooms.held')}
        </p>
      )}
      {mayKeepOrder && (
        <p>
          <a href={`/rooms/${roomId}/keeping`}>{_('rooms.keeping')}</a>
          {mayModerate && waiting > 0 && <strong> {_('rooms.keeping.waiting', { waiting })}</strong>}
        </p>
      )}
      {mayModerate && <RecapReminder talk={talk} roomId={roomId} />}
      {pinned && (
        <section className="talk-pinned" aria-label={_('rooms.pinned')}>
          <p className="message-head">
            <strong>{_('rooms.pinned')}</strong> <bdi className="message-name">{pinned.name}</bdi>
          </p>
          <p
            className="message-text"
            lang={pinned.language}
            dir={directionOfText(pinned.text, pinned.language)}
          >
            {pinned.text}
          </p>
          <p className="message-acts">
            <a href={`/messages/${pinned.id}?in=room`}>{_('rooms.pinned.open')}</a>
            {mayKeepOrder && <a href={`/messages/${pinned.id}/pin`}>{_('rooms.unpin')}</a>}
          </p>
        </section>
      )}
      {recap && (
        <details className="talk-recap">
          <summary>
            {_('rooms.recap')} <Moment at={recap.at} as="time" />
          </summary>
          <RecapTexts recap={recap} />
          <p>
            <a href={`/rooms/${roomId}/recaps`}>{_('rooms.recaps')}</a>
          </p>
        </details>
      )}
    </div>
  )
}

/** A line that tells the moderator of an open meeting that the next recap is due. */
function RecapReminder({ talk: { recapDueAt }, roomId }: { talk: TalkShown; roomId: string }) {
  const { _ } = useLingui()
  const now = useNow(recapDueAt !== null)
  if (recapDueAt === null || Date.parse(recapDueAt) > now) return null
  return (
    <Notice tone="warn">
      <p>
        {_('rooms.recap.due')} <a href={`/rooms/${roomId}/recaps#write`}>{_('rooms.recap.write')}</a>
      </p>
    </Notice>
  )
}
