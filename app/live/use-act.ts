import { useCallback, useEffect, useRef, useState } from 'react'
import { askAny, type Asked, type Refused } from './ask.ts'
import { newClientId, pauseBefore } from './outbox.ts'

const mostTries = 9

export type ActState =
  | { now: 'ready' | 'sending' | 'done' }
  /** The line is away: it is tried again by itself. */
  | { now: 'waiting' }
  /** It was tried for long enough; the person may try again, and it is still the same wish. */
  | { now: 'lost' }
  | { now: 'refused'; refused: Refused }

/** Sends an act through the JSON door, again and again as one and the same wish, until it is answered. */
export function useAct(act: string, onDone: (answer: unknown) => void) {
  const [state, setState] = useState<ActState>({ now: 'ready' })
  const wish = useRef({ said: '', clientId: '' })
  const isOnItsWay = useRef(false)
  const isMounted = useRef(true)
  const done = useRef(onDone)
  useEffect(() => {
    done.current = onDone
  })
  useEffect(() => {
    isMounted.current = true
    return () => {
      isMounted.current = false
    }
  }, [])

  const send = useCallback(
    async (asked: Asked, isOnce: boolean): Promise<boolean> => {
      if (isOnItsWay.current) return false
      let isDone = false
      isOnItsWay.current = true
      const said = JSON.stringify([act, asked])
      if (wish.current.said !== said) wish.current = { said, clientId: newClientId() }
      const body = isOnce ? { ...asked, clientId: wish.current.clientId } : asked
      setState({ now: 'sending' })
      for (let tries = 0; isMounted.current; tries++) {
        const told = await askAny(act, body, 'command')
        if ('later' in told) {
          if (tries === mostTries) {
            setState({ now: 'lost' })
            break
          }
          setState({ now: 'waiting' })
          await pause(told.later === undefined ? pauseBefore(tries, Math.random()) : told.later * 1_000)
          continue
        }
        wish.current = { said: '', clientId: '' }
        setState('refused' in told ? { now: 'refused', refused: told.refused } : { now: 'done' })
        isDone = 'answer' in told
        if ('answer' in told) done.current(told.answer)
        break
      }
      isOnItsWay.current = false
      return isDone
    },
    [act],
  )

  return { state, send }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, milliseconds))
}
