import { useLingui } from '@lingui/react'
import { forwardRef, useImperativeHandle, useRef, useState } from 'react'
import type { Conversation } from '#app/live/conversation.ts'
import type { Pending } from '#app/live/outbox.ts'
import { EmptyState } from '#app/pieces/empty-state.tsx'
import { Moment } from '#app/pieces/moment.tsx'
import type { MessageShown, Mine, OwnWaiting } from '#server/rooms/contract.ts'
import { HeldMessage } from './held-message.tsx'
import { Message, type Reader } from './message.tsx'
import { Thread, type TalkActs } from './thread.tsx'
import { WaitingMessage } from './waiting-message.tsx'

export type MessageListHandle = {
  /** Reads new messages out, and counts them for who has scrolled away; what no longer stands is no longer there to be read. */
  hear: (fresh: MessageShown[], changed: string[]) => void
  toNewest: () => void
}

interface MessageListProps {
  conversation: Conversation
  waiting: Pending[]
  /** The reader's own that are not in the room. */
  held: OwnWaiting[]
  isSlow: boolean
  reader: Reader
  mine: Mine
  acts: TalkActs
  onOlder: () => Promise<void>
}

/**
 * Oldest at the top, newest at the bottom, and that is where the list stands when the page opens: its box is turned
 * over (column-reverse) and so needs no script for it. What is read out is beside the list: a list that grows at its
 * top, when history is loaded, must not be read out again.
 */
export const MessageList = forwardRef<MessageListHandle, MessageListProps>(function MessageList(
  { conversation, waiting, held, isSlow, reader, mine, acts, onOlder }: MessageListProps,
  ref,
) {
  const { _ } = useLingui()
  const box = useRef<HTMLElement>(null)
  const [unseen, setUnseen] = useState(0)
  const [answered, setAnswered] = useState<Record<string, number>>({})
  const [spoken, setSpoken] = useState<MessageShown[]>([])
  const { messages, olderThan, threads, me } = conversation

  const isAtNewest = () => (box.current?.scrollTop ?? 0) > -80
  const toNewest = () => {
    if (box.current) box.current.scrollTop = 0
    setUnseen(0)
  }
  useImperativeHandle(ref, () => ({
    hear: (fresh, changed) => {
      if (changed.length > 0) setSpoken((before) => before.filter(({ id }) => !changed.includes(id)))
      const ofOthers = fresh.filter(({ author }) => author !== me)
      if (ofOthers.length === 0) return
      setSpoken((before) => [...before, ...ofOthers].slice(-5))
      const inMain = ofOthers.filter(({ rootId }) => rootId === null).length
      if (!isAtNewest()) setUnseen((before) => before + inMain)
      setAnswered((before) => {
        const next = { ...before }
        for (const { rootId } of ofOthers)
          if (rootId !== null && !threads[rootId]) next[rootId] = (next[rootId] ?? 0) + 1
        return next
      })
    },
    toNewest,
  }))
  const openThread = async (rootId: string) => {
    const isOpen = await acts.onOpenThread(rootId)
    if (isOpen) setAnswered((before) => ({ ...before, [rootId]: 0 }))
    return isOpen
  }
  const inThread = (rootId: string) => waiting.filter(({ replyTo }) => replyTo?.rootId === rootId)
  const atTheEnd = waiting.filter(
    ({ replyTo }) => !replyTo || !messages.some(({ id }) => id === replyTo.rootId),
  )

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
                href={`/rooms/${reader.roomId}?before=${olderThan}`}
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
            <li key={message.id}>
              {message.day !== messages[index - 1]?.day && (
                <p className="room-day">
                  <Moment at={message.day} />
                </p>
              )}
              <Message
                message={message}
                reader={reader}
                mine={mine[message.id]}
                onReply={acts.onReply}
                onReacted={acts.onReacted}
              />
              <Thread
                root={message}
                open={threads[message.id]}
                unseen={answered[message.id] ?? 0}
                waiting={inThread(message.id)}
                reader={reader}
                mine={mine}
                acts={{ ...acts, onOpenThread: openThread }}
              />
            </li>
          ))}
          {held.map((message) => (
            <li key={message.id}>
              <HeldMessage message={message} />
            </li>
          ))}
          {atTheEnd.map((pending) => (
            <li key={pending.clientId}>
              <WaitingMessage pending={pending} isSlow={isSlow} onDrop={acts.onDrop} />
            </li>
          ))}
        </ol>
        {messages.length === 0 && waiting.length === 0 && held.length === 0 && (
          <EmptyState title={_('rooms.empty')}>
            {reader.maySpeak && <p>{_('rooms.empty.text')}</p>}
          </EmptyState>
        )}
      </section>
      <div className="visually-hidden" role="log" aria-live="polite" aria-relevant="additions">
        {spoken.map(({ id, seq, name, text, language }) => (
          <p key={`${id} ${seq}`}>
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
