import { useLingui } from '@lingui/react'
import { memo } from 'react'
import { Moment } from '#app/pieces/moment.tsx'
import type { MessageShown } from '#server/rooms/contract.ts'

interface MessageProps {
  message: MessageShown
  roomId: string
  isOwn: boolean
  isSignedIn: boolean
  maySpeak: boolean
  mayModerate: boolean
  onReply: (to: MessageShown) => void
}

/** One message. Drawn again only when it changes: a room has hundreds of them. */
export const Message = memo(function Message(props: MessageProps) {
  const { _ } = useLingui()
  const { message, isOwn } = props
  const { id, state, text, language, name, organisation, replyTo, postedAt, editedAt, hiddenFor } = message
  if (text === null)
    return (
      <li className="message message-gone" id={`m-${id}`}>
        <p>{_(state === 'hidden' ? 'rooms.hidden' : 'rooms.withdrawn')}</p>
      </li>
    )
  return (
    <li className={isOwn ? 'message message-own' : 'message'} id={`m-${id}`}>
      <p className="message-head">
        <bdi className="message-name">{name || _('rooms.nameless')}</bdi>
        {organisation && <bdi className="message-organisation">{organisation}</bdi>}
        <Moment at={postedAt} as="time" />
        {editedAt && <span>{_('rooms.edited')}</span>}
      </p>
      {replyTo && (
        <p className="message-quote">
          {replyTo.text === null ? (
            _('rooms.quote-gone')
          ) : (
            <a href={`#m-${replyTo.id}`}>
              <bdi className="message-name">{replyTo.name || _('rooms.nameless')}</bdi>{' '}
              <bdi lang={replyTo.language}>{replyTo.text}</bdi>
            </a>
          )}
        </p>
      )}
      <p className="message-text" lang={language} dir="auto">
        {text}
      </p>
      {hiddenFor && (
        <div className="message-hidden">
          <p>{_('rooms.own-hidden', { reason: _(`rooms.reason.${hiddenFor.reason}`) })}</p>
          {hiddenFor.note && (
            <p>
              <bdi>{hiddenFor.note}</bdi>
            </p>
          )}
        </div>
      )}
      {state === 'said' && <MessageActs {...props} />}
    </li>
  )
})

function MessageActs({ message, roomId, isOwn, isSignedIn, maySpeak, mayModerate, onReply }: MessageProps) {
  const { _ } = useLingui()
  const { id, name } = message
  const whose = <span className="visually-hidden"> {_('rooms.of', { name: name ?? '' })}</span>
  return (
    <p className="message-acts">
      {maySpeak && (
        <a
          href={`/rooms/${roomId}?reply=${id}#write`}
          onClick={(click) => {
            click.preventDefault()
            onReply(message)
          }}
        >
          {_('rooms.reply')}
          {whose}
        </a>
      )}
      {isOwn ? (
        <a href={`/messages/${id}`}>
          {_('rooms.change')}
          {whose}
        </a>
      ) : (
        isSignedIn && (
          <a href={`/report?kind=message&id=${id}`}>
            {_('rooms.report')}
            {whose}
          </a>
        )
      )}
      {mayModerate && !isOwn && (
        <a href={`/moderation/message/${id}`}>
          {_('rooms.moderate')}
          {whose}
        </a>
      )}
    </p>
  )
}
