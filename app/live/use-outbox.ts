import { useCallback, useEffect, useRef, useState } from 'react'
import { ask } from './ask.ts'
import {
  deviceStorage,
  keepOutbox,
  newClientId,
  nextToSend,
  pauseBefore,
  readOutbox,
  stillWaiting,
  type Pending,
} from './outbox.ts'

/** What a person says goes out in order, survives a lost line and a reload, and arrives once however often it is sent. */
export function useOutbox(roomId: string, me: string | null, onHeld: () => void) {
  const [waiting, setWaiting] = useState<Pending[]>([])
  const current = useRef<Pending[]>([])
  const isSending = useRef(false)
  const tries = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const again = useRef(() => {})
  const held = useRef(onHeld)
  useEffect(() => {
    held.current = onHeld
  })

  const change = useCallback(
    (next: Pending[]) => {
      current.current = next
      setWaiting(next)
      if (me !== null) keepOutbox(deviceStorage(), roomId, me, next)
    },
    [roomId, me],
  )

  const send = useCallback(async () => {
    if (isSending.current) return
    isSending.current = true
    clearTimeout(timer.current)
    for (let next = nextToSend(current.current); next; next = nextToSend(current.current)) {
      const { clientId, text, language, organisationId, replyTo, mentions = [] } = next
      const told = await ask(
        'rooms/post-message',
        { roomId, clientId, text, language, organisationId, mentions, replyTo: replyTo?.id ?? '' },
        'command',
      )
      if ('later' in told) {
        const pause =
          told.later === undefined ? pauseBefore(tries.current, Math.random()) : told.later * 1_000
        tries.current += 1
        timer.current = setTimeout(() => again.current(), pause)
        break
      }
      tries.current = 0
      if ('answer' in told && told.answer.seq === null) {
        // It waits for a moderator: from now on the platform keeps it.
        change(current.current.filter((each) => each.clientId !== clientId))
        held.current()
        continue
      }
      const outcome = 'answer' in told ? { seq: told.answer.seq ?? 0 } : { refused: told.refused.reason }
      change(current.current.map((each) => (each.clientId === clientId ? { ...each, ...outcome } : each)))
    }
    isSending.current = false
  }, [roomId, change])

  useEffect(() => {
    if (me === null) return undefined
    const kept = readOutbox(deviceStorage(), roomId, me)
    // oxlint-disable-next-line react/set-state-in-effect -- what a device keeps is known only in the browser
    if (kept.length > 0) change(kept)
    const sendNow = () => void send()
    again.current = sendNow
    sendNow()
    window.addEventListener('online', sendNow)
    return () => {
      window.removeEventListener('online', sendNow)
      clearTimeout(timer.current)
    }
  }, [roomId, me, change, send])

  return {
    waiting,
    say: useCallback(
      (said: Omit<Pending, 'clientId'>) => {
        change([...current.current, { ...said, clientId: newClientId() }])
        void send()
      },
      [change, send],
    ),
    drop: useCallback(
      (clientId: string) => change(current.current.filter((each) => each.clientId !== clientId)),
      [change],
    ),
    arrived: useCallback(
      (clientIds: string[], cursor: number) => {
        const left = stillWaiting(current.current, clientIds, cursor)
        if (left.length !== current.current.length) change(left)
      },
      [change],
    ),
  }
}
