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
export function useOutbox(roomId: string, me: string | null, onSent: (seq: number) => void) {
  const [waiting, setWaiting] = useState<Pending[]>([])
  const current = useRef<Pending[]>([])
  const isSending = useRef(false)
  const tries = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const sent = useRef(onSent)
  useEffect(() => {
    sent.current = onSent
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
      const { clientId, text, language, organisationId, replyTo } = next
      const told = await ask(
        'rooms/post-message',
        { roomId, clientId, text, language, organisationId, replyTo: replyTo?.id ?? '' },
        'command',
      )
      if ('later' in told) {
        const pause =
          told.later === undefined ? pauseBefore(tries.current, Math.random()) : told.later * 1_000
        tries.current += 1
        timer.current = setTimeout(() => void send(), pause)
        break
      }
      tries.current = 0
      const outcome = 'answer' in told ? { seq: told.answer.seq } : { refused: told.refused.reason }
      change(current.current.map((each) => (each.clientId === clientId ? { ...each, ...outcome } : each)))
      if ('answer' in told) sent.current(told.answer.seq)
    }
    isSending.current = false
  }, [roomId, change])

  useEffect(() => {
    if (me === null) return undefined
    const kept = readOutbox(deviceStorage(), roomId, me)
    if (kept.length > 0) change(kept)
    const again = () => void send()
    again()
    window.addEventListener('online', again)
    return () => {
      window.removeEventListener('online', again)
      clearTimeout(timer.current)
    }
  }, [roomId, me, change, send])

  return {
    waiting,
    send: useCallback(() => void send(), [send]),
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
