import { useLingui } from '@lingui/react'
import type { Pending } from '#app/live/outbox.ts'

/** What one has said and the room has not got yet; a refused one says why and waits for its author. */
export function WaitingMessage({
  pending,
  onDrop,
}: {
  pending: Pending
  onDrop: (clientId: string) => void
}) {
  const { _ } = useLingui()
  const { clientId, text, language, replyTo, refused } = pending
  return (
    <li className="message message-own message-waiting">
      {replyTo && (
        <p className="message-quote">
          <bdi className="message-name">{replyTo.name}</bdi> <bdi>{replyTo.text}</bdi>
        </p>
      )}
      <p className="message-text" lang={language} dir="auto">
        {text}
      </p>
      <output className="message-head">
        {refused === undefined
          ? _('rooms.sending')
          : _('rooms.not-sent', { reason: _(`refusal.${refused}`) })}
      </output>
      {refused !== undefined && (
        <p className="message-acts">
          <button type="button" className="link-button" onClick={() => onDrop(clientId)}>
            {_('rooms.drop')}
          </button>
        </p>
      )}
    </li>
  )
}
