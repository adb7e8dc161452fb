import { useLingui } from '@lingui/react'
import { Fragment, forwardRef, useImperativeHandle, useRef, useState } from 'react'
import type { Conversation } from '#app/live/conversation.ts'
import type { Pending } from '#app/live/outbox.ts'
import { EmptyState } from '#app/pieces/empty-state.tsx'
import { Moment } from '#app/pieces/moment.tsx'
import type { MessageShown } from '#server/rooms/contract.ts'
import { Message } from './message.tsx'
import { WaitingMessage } from './waiting-message.tsx'

export type MessageListHandle = {
  /** Reads new messages out, and counts them for who has scrolled away. */
  hear: (fresh: MessageShown[]) => void
  toNewest: () => void
}

interface MessageListProps {
  roomId: string
  conversation: Conversation
  waiting: Pending[]
  isNewest: boolean
  maySpeak: boolean
  mayModerate: boolean
  onOlder: () => Promise<void>
  onReply: (to: MessageShown) => void
  onDrop: (clientId: string) => void
}

const days = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome' })

/**
 * Oldest at the top, newest at the bottom, and that is where the list stands when the page opens: its box is turned
 * over (column-reverse) and so needs no script for it. What is read out is beside the list: a list that grows at its
 * top, when history is loaded, must not be read out again.
 */
export const MessageList = forwardRef<MessageListHandle, MessageListProps>(function MessageList(
  {
    roomId,
    conversation,
    waiting,
    isNewest,
    maySpeak,
    mayModerate,
    onOlder,
    onReply,
    onDrop,
  }: MessageListProps,
  ref,
) {
  const { _ } = useLingui()
  const box = useRef<HTMLElement>(null)
  const [unseen, setUnseen] = useState(0)
  const [spoken, setSpoken] = useState<MessageShown[]>([])
  const { messages, olderThan, me } = conversation

  const isAtNewest = () => (box.current?.scrollTop ?? 0) > -80
  const toNewest = () => {
    if (box.current) box.current.scrollTop = 0
    setUnseen(0)
  }
  useImperativeHandle(ref, () => ({
    hear: (fresh) => {
      const ofOthers = fresh.filter(({ author, state }) => author !== me && state === 'said')
      if (ofOthers.length === 0) return
      setSpoken((before) => [...before, ...ofOthers].slice(-5))
      if (!isAtNewest()) setUnseen((before) => before + ofOthers.length)
    },
    toNewest,
  }))

  return (
    <div className="room-messages">
      <h2 className="visually-hidden" id="messages">
        {_('rooms.messages')}
      </h2>
      <section
        className="room-scroll"
        ref={box}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must be reached by keyboard
        tabIndex={0}
        aria-labelledby="messages"
        onScroll={() => {
          if (unseen > 0 && isAtNewest()) setUnseen(0)
        }}
      >
        <ol className="room-list">
          {olderThan !== null && (
            <li className="room-older">
              <a
                className="btn btn-outline-primary btn-small"
                href={`/rooms/${roomId}?before=${olderThan}`}
                onClick={(click) => {
                  click.preventDefault()
                  void onOlder()
                }}
              >
                {_('rooms.older')}
              </a>
            </li>
          )}
          {messages.map((message, index) => (
            <Fragment key={message.id}>
              {dayOf(message) !== dayOf(messages[index - 1]) && (
                <li className="room-day">
                  <Moment at={message.postedAt} />
                </li>
              )}
              <Message
                message={message}
                roomId={roomId}
                isOwn={me !== null && message.author === me}
                isSignedIn={me !== null}
                maySpeak={maySpeak && isNewest}
                mayModerate={mayModerate}
                onReply={onReply}
              />
            </Fragment>
          ))}
          {waiting.map((pending) => (
            <WaitingMessage key={pending.clientId} pending={pending} onDrop={onDrop} />
          ))}
        </ol>
        {messages.length === 0 && waiting.length === 0 && (
          <EmptyState title={_('rooms.empty')}>{maySpeak && <p>{_('rooms.empty.text')}</p>}</EmptyState>
        )}
      </section>
      <div className="visually-hidden" role="log" aria-live="polite" aria-relevant="additions">
        {spoken.map(({ id, name, text, language }) => (
          <p key={id}>
            {name}: <span lang={language}>{text}</span>
          </p>
        ))}
      </div>
      {unseen > 0 && (
        <button type="button" className="btn btn-primary btn-small room-unseen" onClick={toNewest}>
          {_('rooms.unseen', { unseen })}
        </button>
      )}
    </div>
  )
})

function dayOf(message: MessageShown | undefined): string | undefined {
  return message && days.format(new Date(message.postedAt))
}
