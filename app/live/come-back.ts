import type { Socket } from 'socket.io-client'
import { pauseBefore } from './outbox.ts'

/**
 * How long a connection that was lost waits before it is opened again, each browser after a pause of its own; and how long
 * an opening may take: Socket.IO does not hear of a line that breaks in the middle of one, and would wait twenty seconds.
 */
export const pauses = {
  reconnectionDelay: 500,
  reconnectionDelayMax: 8_000,
  randomizationFactor: 0.5,
  timeout: 8_000,
}

/** Socket.IO opens a line that broke again by itself, but not one that the server closed or did not let in: this does. */
export function comeBack(socket: Pick<Socket, 'on' | 'active' | 'connect'>): void {
  let closings = 0
  const again = () => {
    setTimeout(() => socket.connect(), pauseBefore(closings, Math.random()))
    closings += 1
  }
  socket.on('connect', () => {
    closings = 0
  })
  // A server that stops or sheds a slow reader says goodbye, and Socket.IO takes that for an end.
  socket.on('disconnect', (reason) => {
    if (reason === 'io server disconnect') again()
  })
  // While the database is away nobody can be let in: it is asked again until they are.
  socket.on('connect_error', () => {
    if (!socket.active) again()
  })
}
