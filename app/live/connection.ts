import { io, type Socket } from 'socket.io-client'
import type { EventShown } from '#server/rooms/contract.ts'
import type { Sheet } from '#server/sheets/contract.ts'
import { comeBack, pauses } from './come-back.ts'

type EventsTold = { roomId: string; events: EventShown[]; sheet?: Sheet }
type FromServer = {
  events(batch: EventsTold): void
  here(count: { roomId: string; people: number }): void
  removed(from: { roomId: string }): void
}
type Entered =
  | { seq: number; at: string; missed: EventShown[]; more: boolean }
  | { refusal: 'unseen' | 'try-again' }
type FromClient = {
  enter(asked: { roomId: string; after: number }, answer: (answer: Entered) => void): void
  leave(asked: { roomId: string }): void
}

export type Hearing = {
  /** Where this screen's copy of the room stands, asked at each (re)connection. */
  cursor(): number
  events(events: EventShown[], sheet: Sheet | undefined): void
  /** Let in: the platform's moment, and what was missed. */
  entered(at: string, missed: EventShown[]): void
  /** More was missed than came with the entry. */
  behind(): void
  here(people: number): void
  link(state: 'live' | 'away' | 'removed'): void
}

let shared: Socket<FromServer, FromClient> | undefined

/** The one live connection of this page. It comes back by itself, each browser after a pause of its own. */
function connection(): Socket<FromServer, FromClient> {
  if (shared) return shared
  const socket: Socket<FromServer, FromClient> = io({
    path: '/live',
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    ...pauses,
  })
  comeBack(socket)
  shared = socket
  return socket
}

/** Enters a room and stays in it over every reconnection, until the answer is called. */
export function enterRoom(roomId: string, hearing: Hearing): () => void {
  const socket = connection()
  let retry: ReturnType<typeof setTimeout> | undefined
  // What is told before the answer to an entry comes after what the answer brings: heard at once, it would seem that something
  // between was missing, and a whole hall that comes back would ask for it.
  let early: EventsTold[] | undefined
  const enter = () => {
    clearTimeout(retry)
    const told: EventsTold[] = []
    early = told
    socket.timeout(10_000).emit('enter', { roomId, after: hearing.cursor() }, (error, entered) => {
      // The connection was lost meanwhile, and another entry is under way.
      if (early !== told) return
      early = undefined
      if (error || ('refusal' in entered && entered.refusal === 'try-again')) {
        hearing.link('away')
        retry = setTimeout(() => socket.connected && enter(), 2_000)
        return
      }
      if ('refusal' in entered) return hearing.link('removed')
      hearing.entered(entered.at, entered.missed)
      if (entered.more) hearing.behind()
      for (const { events, sheet } of told) hearing.events(events, sheet)
      hearing.link('live')
    })
  }
  const onEvents: FromServer['events'] = (batch) => {
    if (batch.roomId !== roomId) return
    if (early) early.push(batch)
    else hearing.events(batch.events, batch.sheet)
  }
  const onHere: FromServer['here'] = (count) => {
    if (count.roomId === roomId) hearing.here(count.people)
  }
  const onRemoved: FromServer['removed'] = (from) => {
    if (from.roomId === roomId) hearing.link('removed')
  }
  const onAway = () => hearing.link('away')
  socket.on('connect', enter)
  socket.on('events', onEvents)
  socket.on('here', onHere)
  socket.on('removed', onRemoved)
  socket.on('disconnect', onAway)
  socket.on('connect_error', onAway)
  if (socket.connected) enter()
  return () => {
    clearTimeout(retry)
    socket.off('connect', enter)
    socket.off('events', onEvents)
    socket.off('here', onHere)
    socket.off('removed', onRemoved)
    socket.off('disconnect', onAway)
    socket.off('connect_error', onAway)
    socket.emit('leave', { roomId })
  }
}
