import { useLingui } from '@lingui/react'
import { useState } from 'react'
import type { Pending } from '#app/live/outbox.ts'
import type { MessageShown, Mine, Reacted } from '#server/rooms/contract.ts'
import { Message, type Reader } from './message.tsx'
import { WaitingMessage } from './waiting-message.tsx'

/** What every message and thread of a list is given alike. */
export type TalkActs = {
  onReply: (to: MessageShown) => void
  onReacted: (reacted: Reacted) => void
  onOpenThread: (rootId: string) => Promise<boolean>
  onCloseThread: (rootId: string) => void
  onDrop: (clientId: string) => void
}

interface ThreadProps {
  root: MessageShown
  /** The answers that are shown; not there while the thread is folded. */
  open: { messages: MessageShown[]; olderThan: number | null } | undefined
  /** How many came that the reader has not seen, the thread being folded. */
  unseen: number
  waiting: Pending[]
  reader: Reader
  mine: Mine
  acts: TalkActs
}

/** The answers to a message: a count that opens in place, and without a script leads to a page of the thread. */
export function Thread({ root, open, unseen, waiting, reader, mine, acts }: ThreadProps) {
  const { _ } = useLingui()
  const [isLost, setIsLost] = useState(false)
  const { id, answers } = root
  const openMore = async () => setIsLost(!(await acts.onOpenThread(id)))
  if (answers === 0 && !open && waiting.length === 0) return null
  return (
    <div className="thread">
      <a
        className="thread-fold"
        href={`/rooms/${reader.roomId}/threads/${id}`}
        aria-expanded={open !== undefined}
        onClick={(click) => {
          click.preventDefault()
          if (open) acts.onCloseThread(id)
          else void openMore()
        }}
      >
        {_('rooms.answers', { answers })}
        {unseen > 0 && <strong> {_('rooms.answers.unseen', { unseen })}</strong>}
      </a>
      {isLost && <output className="act-refused">{_('shell.not-sent')}</output>}
      {open?.olderThan && (
        <button type="button" className="link-button" onClick={() => void openMore()}>
          {_('rooms.answers.older')}
        </button>
      )}
      {(open || waiting.length > 0) && (
        <ol className="thread-list">
          {open?.messages.map((message) => (
            <li key={message.id}>
              <Message
                message={message}
                reader={reader}
                mine={mine[message.id]}
                onReply={acts.onReply}
                onReacted={acts.onReacted}
              />
            </li>
          ))}
          {waiting.map((pending) => (
            <li key={pending.clientId}>
              <WaitingMessage pending={pending} onDrop={acts.onDrop} />
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}
