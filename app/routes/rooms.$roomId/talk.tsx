import { useLingui } from '@lingui/react'
import { type RefObject, useCallback, useMemo, useState } from 'react'
import type { Pending } from '#app/live/outbox.ts'
import type { useOutbox } from '#app/live/use-outbox.ts'
import type { useRoom } from '#app/live/use-room.ts'
import { Composer, type Replying } from '#app/pieces/talk/composer.tsx'
import type { Reader } from '#app/pieces/talk/message.tsx'
import { MessageList, type MessageListHandle } from '#app/pieces/talk/message-list.tsx'
import { TalkHead } from '#app/pieces/talk/talk-head.tsx'
import type { MessageShown, OwnWaiting, RoomShown, TalkShown } from '#server/rooms/contract.ts'

interface TalkProps {
  room: RoomShown
  talk: TalkShown
  live: Pick<
    ReturnType<typeof useRoom>,
    'conversation' | 'mine' | 'showOlder' | 'openThread' | 'closeThread' | 'heldMine'
  >
  outbox: Pick<ReturnType<typeof useOutbox>, 'waiting' | 'say' | 'drop'>
  held: OwnWaiting[]
  /** What of the talk stands in the record of the meeting, and whether the reader adds to it. */
  record: Pick<Reader, 'takesUpIn' | 'takenUp'>
  list: RefObject<MessageListHandle>
  isNewest: boolean
  language: string
  clientId: string
  typed: (name: string) => string | undefined
  errors: Record<string, string | undefined>
}

/** What is said in a room, what stands above it, and where one writes. */
export function Talk({ room, talk, live, outbox, held, record, list, isNewest, ...writing }: TalkProps) {
  const { _ } = useLingui()
  const [replying, setReplying] = useState<Replying | null>(null)
  const { conversation, mine, showOlder, openThread, closeThread, heldMine } = live
  const maySpeak = room.maySpeak === true
  const { id: roomId, me, mayModerate, mayKeepOrder } = room
  const reader: Reader = useMemo(
    () => ({ roomId, me, maySpeak: maySpeak && isNewest, mayModerate, mayKeepOrder, ...record }),
    [roomId, me, maySpeak, isNewest, mayModerate, mayKeepOrder, record],
  )
  const reply = useCallback((to: MessageShown) => {
    setReplying(replyingTo(to))
    document.getElementById('text')?.focus()
  }, [])
  const say = (said: Omit<Pending, 'clientId'>) => {
    outbox.say(said)
    if (said.replyTo === null) list.current?.toNewest()
    else if (!conversation.threads[said.replyTo.rootId]) void openThread(said.replyTo.rootId)
  }
  return (
    <>
      <TalkHead talk={talk} reader={reader} />
      <MessageList
        ref={list}
        conversation={conversation}
        waiting={outbox.waiting}
        held={isNewest ? held : []}
        isSlow={talk.slowSeconds > 0}
        reader={reader}
        mine={mine}
        acts={{
          onReply: reply,
          onReacted: heldMine,
          onOpenThread: openThread,
          onCloseThread: closeThread,
          onDrop: outbox.drop,
        }}
        onOlder={showOlder}
      />
      {isNewest ? (
        <Composer
          {...writing}
          room={room}
          isHeld={talk.isHeld}
          replying={replying}
          onReplied={() => setReplying(null)}
          onSay={say}
        />
      ) : (
        <p>
          <a className="btn btn-outline-primary" href={`/rooms/${room.id}`}>
            {_('rooms.to-newest')}
          </a>
        </p>
      )}
    </>
  )
}

function replyingTo({ id, rootId, name, text }: MessageShown): Replying {
  return { id, rootId: rootId ?? id, name, text: text?.slice(0, 160) ?? null }
}
