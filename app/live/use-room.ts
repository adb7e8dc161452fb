import { useCallback, useEffect, useRef, useState } from 'react'
import type { EventShown, MessagesShown, Mine, Reacted, RoomShown } from '#server/rooms/contract.ts'
import { ask } from './ask.ts'
import { catchingUp } from './catch-up.ts'
import { enterRoom } from './connection.ts'
import { fold, prepend, receive, settle, unfold, type Conversation, type Received } from './conversation.ts'
import type { useSheet } from './use-sheet.ts'

/** `still` before any script has run: the page is as it was sent. */
export type Link = 'still' | 'connecting' | 'live' | 'away' | 'removed'

type Loaded = Pick<RoomShown, 'id' | 'messages' | 'olderThan' | 'seq' | 'mine' | 'me' | 'here' | 'isOpen'>

/** A room that stays true: what comes live, what was missed, and older messages when asked for. */
export function useRoom(
  room: Loaded,
  isNewest: boolean,
  sheet: Pick<ReturnType<typeof useSheet>, 'hear' | 'clock'>,
  hear: (heard: Omit<Received, 'conversation' | 'askAgainAfter'> & { cursor: number }) => void,
) {
  const { hear: hearSheet, clock } = sheet
  const [conversation, setConversation] = useState<Conversation>(() => ({
    cursor: room.seq,
    messages: room.messages,
    olderThan: room.olderThan,
    me: room.me,
    isOpen: room.isOpen,
    threads: {},
  }))
  const [mine, setMine] = useState<Mine>(room.mine)
  const [link, setLink] = useState<Link>('still')
  const [people, setPeople] = useState(room.here)
  const current = useRef(conversation)
  const catching = useRef<() => Promise<void>>(() => Promise.resolve())
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
      const { fresh, changed, arrived } = received
      heard.current({ fresh, changed, arrived, cursor: received.conversation.cursor })
      if (received.askAgainAfter !== null) {
        void askWhy(received.askAgainAfter)
      }
      return true
    },
    [askWhy, show],
  )

  const catchUp = useCallback(() => catching.current(), [])
  useEffect(() => {
    let isGone = false
    catching.current = catchingUp(async () => {
      const told = await ask('rooms/events-since', { roomId: room.id, after: current.current.cursor })
      if (isGone) return 'over'
      if ('later' in told) return 'later'
      if ('refused' in told) {
        if (told.refused.kind === 'unseen') setLink('removed')
        return 'over'
      }
      hearSheet(told.answer.events, { asked: true })
      return take(told.answer.events) && told.answer.more ? 'on' : 'over'
    })
    return () => {
      isGone = true
    }
  }, [room.id, take, hearSheet])

  useEffect(() => {
    if (!isNewest) return undefined
    // oxlint-disable-next-line react/set-state-in-effect -- only a browser that runs scripts is connecting
    setLink('connecting')
    return enterRoom(room.id, {
      cursor: () => current.current.cursor,
      events: (events, itsSheet) => {
        hearSheet(events, { sheet: itsSheet })
        if (!take(events)) void catchUp()
      },
      entered: (at, missed) => {
        clock.hear(at)
        hearSheet(missed, { asked: true })
        if (!take(missed)) void catchUp()
      },
      behind: () => void catchUp(),
      here: setPeople,
      link: setLink,
    })
  }, [room.id, isNewest, take, catchUp, hearSheet, clock])

  /** A page was true when it was read; what happened between then and this copy's place is asked for. */
  const showPage = useCallback(
    (next: Conversation, page: MessagesShown) => {
      setMine((before) => ({ ...before, ...page.mine }))
      show(next)
      if (page.seq < next.cursor) void askWhy(page.seq)
    },
    [show, askWhy],
  )

  const showOlder = useCallback(async () => {
    const { olderThan } = current.current
    if (olderThan === null) return
    const told = await ask('rooms/list-messages', { roomId: room.id, before: olderThan })
    if ('answer' in told) showPage(prepend(current.current, told.answer), told.answer)
  }, [room.id, showPage])

  /** Opens a thread in place, or older answers of one that is open; answers whether it could. */
  const openThread = useCallback(
    async (rootId: string): Promise<boolean> => {
      const before = current.current.threads[rootId]?.olderThan ?? undefined
      const told = await ask('rooms/list-thread', {
        roomId: room.id,
        rootId,
        ...(before === undefined ? {} : { before }),
      })
      if (!('answer' in told)) return false
      showPage(unfold(current.current, rootId, told.answer), told.answer)
      return true
    },
    [room.id, showPage],
  )
  const closeThread = useCallback((rootId: string) => show(fold(current.current, rootId)), [show])

  /** The reader's own reactions to a message, as the platform has just told them. */
  const heldMine = useCallback(
    ({ messageId, mine: kinds }: Pick<Reacted, 'messageId' | 'mine'>) =>
      setMine((before) => ({ ...before, [messageId]: kinds })),
    [],
  )

  return { conversation, mine, link, people, catchUp, showOlder, openThread, closeThread, heldMine }
}
