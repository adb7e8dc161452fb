import { useLingui } from '@lingui/react'
import { memo } from 'react'
import { Moment } from '#app/pieces/moment.tsx'
import type { MessageShown, Reacted } from '#server/rooms/contract.ts'
import { type Reaction, type WrittenLanguage, writtenLanguages } from '#server/rooms/words.ts'
import { directionOfText } from './direction.ts'
import { MessageText } from './message-text.tsx'
import { Reactions } from './reactions.tsx'

/** What the reader may do in a room, the same at each of its messages. */
export type Reader = {
  roomId: string
  me: string | null
  maySpeak: boolean
  mayModerate: boolean
  mayKeepOrder: boolean
  /** The open meeting for whose record the reader may take messages up. */
  takesUpIn?: string | null
  /** The messages that stand in its record. */
  takenUp?: readonly string[]
}

interface MessageProps {
  message: MessageShown
  reader: Reader
  mine: readonly Reaction[] | undefined
  onReply: (to: MessageShown) => void
  onReacted: (reacted: Reacted) => void
}

const none: readonly Reaction[] = []

/** One message. Drawn again only when it changes: a room has hundreds of them. */
export const Message = memo(function Message(props: MessageProps) {
  const { _ } = useLingui()
  const { message, reader, mine = none, onReacted } = props
  const { id, state, text, language, name, organisation, postedAt, returnedAt, editedAt, hiddenFor } = message
  const isOwn = reader.me !== null && message.author === reader.me
  if (text === null)
    return (
      <article className="message message-gone" id={`m-${id}`}>
        <p>{_(`rooms.${state}`)}</p>
      </article>
    )
  return (
    <article className={isOwn ? 'message message-own' : 'message'} id={`m-${id}`}>
      <p className="message-head">
        <bdi className="message-name">{name || _('rooms.nameless')}</bdi>
        {organisation && <bdi className="message-organisation">{organisation}</bdi>}
        <Moment at={postedAt} as="time" />
        <bdi lang={language}>{writtenLanguages[language as WrittenLanguage]}</bdi>
        {returnedAt && <span>{_('rooms.returned')}</span>}
        {editedAt && <span>{_('rooms.edited')}</span>}
        {reader.takenUp?.includes(id) && <strong>{_('decisions.taken-up')}</strong>}
      </p>
      <Quote message={message} />
      <MessageText {...message} />
      {hiddenFor && (
        <div className="message-hidden">
          <p>
            {state === 'parked'
              ? _('rooms.own-parked')
              : _('rooms.own-hidden', { reason: _(`rooms.reason.${hiddenFor.reason ?? 'other'}`) })}
          </p>
          {hiddenFor.note && (
            <p>
              <bdi>{hiddenFor.note}</bdi>
            </p>
          )}
        </div>
      )}
      {state === 'said' && (
        <div className="message-acts">
          <Reactions message={message} mine={mine} mayReact={reader.maySpeak} onReacted={onReacted} />
          <MessageActs {...props} isOwn={isOwn} />
        </div>
      )}
    </article>
  )
})

/** What is answered is quoted where it is not plain: within a thread everything answers its first message. */
function Quote({ message: { replyTo, rootId } }: { message: MessageShown }) {
  const { _ } = useLingui()
  if (!replyTo || replyTo.id === rootId) return null
  return (
    <p className="message-quote">
      {replyTo.text === null ? (
        _('rooms.quote-gone')
      ) : (
        <a href={`#m-${replyTo.id}`}>
          <bdi className="message-name">{replyTo.name || _('rooms.nameless')}</bdi>{' '}
          <bdi lang={replyTo.language} dir={directionOfText(replyTo.text, replyTo.language)}>
            {replyTo.text}
          </bdi>
        </a>
      )}
    </p>
  )
}

function MessageActs({ message, reader, isOwn, onReply }: MessageProps & { isOwn: boolean }) {
  const { _ } = useLingui()
  const { id, rootId, name } = message
  const { roomId, me, maySpeak, mayModerate, mayKeepOrder, takesUpIn, takenUp } = reader
  const whose = <span className="visually-hidden"> {_('rooms.of', { name: name ?? '' })}</span>
  return (
    <>
      {maySpeak && (
        <a
          href={`/rooms/${roomId}/threads/${rootId ?? id}?reply=${id}#write`}
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
        me !== null && (
          <a href={`/report?kind=message&id=${id}`}>
            {_('rooms.report')}
            {whose}
          </a>
        )
      )}
      {mayModerate && (
        <a href={`/messages/${id}/statement`}>
          {_('rooms.make-statement')}
          {whose}
        </a>
      )}
      {takesUpIn && !takenUp?.includes(id) && (
        <a href={`/meetings/${takesUpIn}/statements?messageId=${id}`}>
          {_('decisions.take-up')}
          {whose}
        </a>
      )}
      {mayKeepOrder && (
        <a href={`/messages/${id}/pin`}>
          {_('rooms.pin')}
          {whose}
        </a>
      )}
      {mayModerate && !isOwn && (
        <a href={`/moderation/message/${id}`}>
          {_('rooms.moderate')}
          {whose}
        </a>
      )}
    </>
  )
}
