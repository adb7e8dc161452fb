import { createContext, useContext, useEffect, useState } from 'react'
import { serverClock } from './server-clock.ts'

export const RoomClock = createContext(serverClock(0))

/** The platform's moment in milliseconds, every second anew; as the page was drawn until a browser counts on. */
export function useNow(isRunning: boolean): number {
  const clock = useContext(RoomClock)
  const [now, setNow] = useState(() => clock.now())
  useEffect(() => {
    clock.start()
    if (!isRunning) return undefined
    const timer = setInterval(() => setNow(clock.now()), 1_000)
    return () => clearInterval(timer)
  }, [clock, isRunning])
  return now
}
