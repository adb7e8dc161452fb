import { useLingui } from '@lingui/react'
import type { OwnWaiting } from '#server/rooms/contract.ts'
import { directionOfText } from './direction.ts'

/** What one has said that waits for a moderator, or was refused by one: only its author is shown it here. */
export function HeldMessage({ message }: { message: OwnWaiting }) {
  const { _ } = useLingui()
  const { id, text, language, state, refusedFor } = message
  return (
    <div className="message message-own message-waiting">
      <p className="message-text" lang={language} dir={directionOfText(text, language)}>
        {text}
      </p>
      <p className="message-head">
        {state === 'held'
          ? _('rooms.own-held')
          : _('rooms.own-refused', { reason: _(`rooms.reason.${refusedFor?.reason ?? 'other'}`) })}
      </p>
      {refusedFor?.note && (
        <p>
          <bdi>{refusedFor.note}</bdi>
        </p>
      )}
      <p className="message-acts">
        <a href={`/messages/${id}`}>{_('rooms.change')}</a>
      </p>
    </div>
  )
}
