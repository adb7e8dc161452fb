import { useCallback, useEffect, useRef, useState } from 'react'
import type { EventShown, MessageShown, RoomShown } from '#server/rooms/contract.ts'
import { ask } from './ask.ts'
import { enterRoom } from './connection.ts'
import { prepend, receive, settle, type Conversation } from './conversation.ts'

/** `still` before any script has run: the page is as it was sent. */
export type Link = 'still' | 'connecting' | 'live' | 'away' | 'removed'

type Loaded = Pick<RoomShown, 'id' | 'messages' | 'olderThan' | 'seq' | 'me' | 'here'>

/** A room that stays true: what comes live, what was missed, and older messages when asked for. */
export function useRoom(
  room: Loaded,
  isNewest: boolean,
  hear: (heard: { fresh: MessageShown[]; arrived: string[]; cursor: number }) => void,
) {
  const [conversation, setConversation] = useState<Conversation>(() => ({
    cursor: room.seq,
    messages: room.messages,
    olderThan: room.olderThan,
    me: room.me,
  }))
  const [link, setLink] = useState<Link>('still')
  const [people, setPeople] = useState(room.here)
  const current = useRef(conversation)
  const catching = useRef(false)
  const heard = useRef(hear)
  useEffect(() => {
    heard.current = hear
  })

  const show = useCallback((next: Conversation) => {
    current.current = next
    setConversation(next)
  }, [])

  const askWhy = useCallback(
    async (after: number) => {
      const told = await ask('rooms/events-since', { roomId: room.id, after })
      if ('answer' in told) show(settle(current.current, told.answer.events))
    },
    [room.id, show],
  )

  const take = useCallback(
    (events: EventShown[]): boolean => {
      const received = receive(current.current, events)
      if (received === 'gap') return false
      show(received.conversation)
      heard.current({
        fresh: received.fresh,
        arrived: received.arrived,
        cursor: received.conversation.cursor,
      })
      if (received.askAgainAfter !== null) {
        void askWhy(received.askAgainAfter)
      }
      return true
    },
    [askWhy, show],
  )

  const catchUp = useCallback(async () => {
    if (catching.current) return
    catching.current = true
    try {
      for (;;) {
        const told = await ask('rooms/events-since', { roomId: room.id, after: current.current.cursor })
        if ('refused' in told && told.refused.kind === 'unseen') setLink('removed')
        if (!('answer' in told) || !take(told.answer.events) || !told.answer.more) return
      }
    } finally {
      catching.current = false
    }
  }, [room.id, take])

  useEffect(() => {
    if (!isNewest) return undefined
    // oxlint-disable-next-line react/set-state-in-effect -- only a browser that runs scripts is connecting
    setLink('connecting')
    return enterRoom(room.id, {
      cursor: () => current.current.cursor,
      events: (events) => {
        if (!take(events)) void catchUp()
      },
      behind: () => void catchUp(),
      here: setPeople,
      link: setLink,
    })
  }, [room.id, isNewest, take, catchUp])

  const showOlder = useCallback(async () => {
    const { olderThan } = current.current
    if (olderThan === null) return
    const told = await ask('rooms/list-messages', { roomId: room.id, before: olderThan })
    if ('answer' in told) show(prepend(current.current, told.answer))
  }, [room.id, show])

  return { conversation, link, people, catchUp, showOlder }
}
