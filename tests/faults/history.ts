import { createHash } from 'node:crypto'
import { appendFileSync, copyFileSync, readFileSync } from 'node:fs'

/** An event as a client was told it: place, name, message, client id of the message. */
export type Told = [seq: number, name: string, messageId: string | null, clientId: string | null]

/** What is asked of the platform. `unknown` in an answer means: it may have happened. */
export type Operation = {
  op:
    | 'post'
    | 'edit'
    | 'withdraw'
    | 'react'
    | 'vote'
    | 'remove'
    | 'admit'
    | 'events'
    | 'page'
    | 'stranger'
    | 'flood'
  /** The same for each try of one operation; of a message it is its client id. */
  id: string
  person: string
  roomId: string
  /** The person or the message it is about. */
  about?: string
  /** What is to stand afterwards: the choice of a vote, the version of an edited text. */
  wanted?: string | number
}

type Said =
  | ({ kind: 'invoke' } & Operation)
  | ({
      kind: 'ok' | 'fail' | 'info'
      invokedAt: number
      status?: number
      retryAfter?: string | null
      reason?: string
      seq?: number | null
      messageId?: string
    } & Operation)
  /** Events that reached a client: pushed over a connection, or in the answer to what it asked. */
  | {
      kind: 'heard'
      person: string
      roomId: string
      connection: number
      by: 'push' | 'answer'
      askedAt?: number
      events: Told[]
    }
  /** Let into a room over a connection; pushes begin after this place. */
  | { kind: 'entered'; person: string; roomId: string; connection: number; seq: number }
  | { kind: 'removed' | 'cut'; person: string; roomId: string; connection: number }
  /** Canaries of private rooms that came in anything whatever. */
  | { kind: 'marks'; person: string; askedAt: number; marks: string[] }
  | { kind: 'room'; roomId: string; isPrivate: boolean; mark: string; people: string[] }
  | { kind: 'fault'; fault: string; phase: 'begin' | 'away' | 'back' | 'ready' | 'healed'; what?: string }
  | { kind: 'took'; what: string; milliseconds: number }
  | { kind: 'ghosts'; count: number }
  | { kind: 'converged'; fault: string; milliseconds: number[]; late: string[]; tolerated: number }
  | { kind: 'left'; moment: 'before' | 'after'; clients: number; measured: Record<string, number> }

/** A line of the history: milliseconds of one clock that never turns back. */
export type Line = Said & { at: number }

export type History = ReturnType<typeof openHistory>

/** Everything that clients did and heard, in a file of one JSON object a line. */
export function openHistory(file: string) {
  let waiting: string[] = []
  const flush = () => {
    if (waiting.length > 0) appendFileSync(file, `${waiting.join('\n')}\n`)
    waiting = []
  }
  return {
    write(said: Said): number {
      const at = performance.now()
      waiting.push(JSON.stringify({ at: Math.round(at * 100) / 100, ...said }))
      if (waiting.length > 500) flush()
      return at
    },
    read(): Line[] {
      flush()
      return readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Line)
    },
    copyTo(place: string): void {
      flush()
      copyFileSync(file, place)
    },
    sha256(): string {
      flush()
      return createHash('sha256').update(readFileSync(file)).digest('hex')
    },
  }
}
