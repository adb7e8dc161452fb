import { useLingui } from '@lingui/react'
import type { Pending } from '#app/live/outbox.ts'
import { directionOfText } from './direction.ts'

interface WaitingMessageProps {
  pending: Pending
  /** The room is slow: it goes out by itself when its turn comes. */
  isSlow?: boolean
  onDrop: (clientId: string) => void
}

/** What one has said and the room has not got yet; a refused one says why and waits for its author. */
export function WaitingMessage({ pending, isSlow, onDrop }: WaitingMessageProps) {
  const { _ } = useLingui()
  const { clientId, text, language, replyTo, refused } = pending
  return (
    <div className="message message-own message-waiting">
      {replyTo && (
        <p className="message-quote">
          <bdi className="message-name">{replyTo.name}</bdi> <bdi>{replyTo.text}</bdi>
        </p>
      )}
      <p className="message-text" lang={language} dir={directionOfText(text, language)}>
        {text}
      </p>
      <output className="message-head">
        {refused !== undefined
          ? _('rooms.not-sent', { reason: _(`refusal.${refused}`) })
          : _(isSlow ? 'rooms.sending.slow' : 'rooms.sending')}
      </output>
      {refused !== undefined && (
        <p className="message-acts">
          <button type="button" className="link-button" onClick={() => onDrop(clientId)}>
            {_('rooms.drop')}
          </button>
        </p>
      )}
    </div>
  )
}
