import { useCallback, useEffect, useRef, useState } from 'react'
import type { OwnWaiting, TalkShown } from '#server/rooms/contract.ts'
import { ask } from './ask.ts'

/** What the reader said that waits for a moderator: asked for again when one is added, and when any was decided on. */
export function useOwnWaiting(roomId: string, loaded: OwnWaiting[], talk: TalkShown) {
  const [held, setHeld] = useState(loaded)
  const before = useRef(talk)
  const isWaiting = held.some(({ state }) => state === 'held')

  const askAgain = useCallback(async () => {
    const told = await ask('rooms/list-own-waiting', { roomId })
    if ('answer' in told) setHeld(told.answer.waiting)
  }, [roomId])

  useEffect(() => {
    if (before.current === talk) return
    before.current = talk
    // oxlint-disable-next-line react/set-state-in-effect -- what was decided is known only to who asks
    if (isWaiting) void askAgain()
  }, [talk, isWaiting, askAgain])

  return { held, askAgain }
}
