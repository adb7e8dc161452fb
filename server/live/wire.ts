import type { Server, Socket } from 'socket.io'
import type { Actor } from '../ground.ts'
import type { EventShown } from '../rooms/contract.ts'
import type { Sheet } from '../sheets/contract.ts'

/** What is said over a live connection. The client's half is in app/live/. */
export type FromServer = {
  /** What happened in a room, in order, nothing between left out; and those parts of its sheet that it changed. */
  events(batch: { roomId: string; events: EventShown[]; sheet?: Sheet }): void
  /** How many are in a room; a count, never who. */
  here(count: { roomId: string; people: number }): void
  /** The person may not be in this room any more. */
  removed(from: { roomId: string }): void
}

export type FromClient = {
  enter(asked: unknown, answer: (answer: Entered) => void): void
  leave(asked: unknown): void
}

export type Entered =
  | { seq: number; at: string; missed: EventShown[]; more: boolean }
  | { refusal: 'unseen' | 'try-again' }

export type SocketState = { actor: Actor; words: number }
export type LiveServer = Server<FromClient, FromServer, Record<string, never>, SocketState>
export type LiveSocket = Socket<FromClient, FromServer, Record<string, never>, SocketState>
