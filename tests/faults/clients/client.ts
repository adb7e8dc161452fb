import { io } from 'socket.io-client'
import { catchingUp } from '#app/live/catch-up.ts'
import { comeBack, pauses } from '#app/live/come-back.ts'
import type { Heard } from '#app/live/keep-asking.ts'
import type { History, Told } from '../history.ts'
import type { Person, Room } from '../place/world.ts'
import { attempt, marksIn } from './ask.ts'

type Shown = { seq: number; name: string; message: { id: string } | null; clientId: string | null }
type Entered = { seq: number; missed: Shown[]; more: boolean } | { refusal: 'unseen' | 'try-again' }

export type Client = ReturnType<typeof openClient>

/** One person with one room open, as a browser holds it: a cursor, and what is missing is asked for. */
export function openClient(given: { history: History; person: Person; room: Room; entrance: string }) {
  const { history, person, room, entrance } = given
  const { roomId } = room
  const who = { person: person.id, roomId }
  const state = { isIn: false, cursor: 0, connection: 0, cutAt: 0, isOver: false }
  const socket = io(entrance, {
    path: '/live',
    transports: ['websocket'],
    forceNew: true,
    ...pauses,
    extraHeaders: { Origin: entrance, Cookie: person.cookie },
  })
  comeBack(socket)

  /** Takes what continues what is here; answers whether something between is missing. */
  function take(events: Shown[]): boolean {
    for (const { seq } of events) if (seq === state.cursor + 1) state.cursor = seq
    return (events.at(-1)?.seq ?? 0) > state.cursor
  }

  function hear(events: Shown[], by: 'push' | 'answer', askedAt?: number): boolean {
    note(events, by, askedAt)
    return take(events)
  }

  function note(events: Shown[], by: 'push' | 'answer', askedAt?: number): void {
    if (events.length > 0)
      history.write({
        kind: 'heard',
        ...who,
        connection: state.connection,
        by,
        ...(askedAt === undefined ? {} : { askedAt }),
        events: events.map(({ seq, name, message, clientId }): Told => [
          seq,
          name,
          message?.id ?? null,
          clientId,
        ]),
      })
  }

  function lookForMarks(said: unknown, askedAt: number): void {
    const marks = marksIn(typeof said === 'string' ? said : JSON.stringify(said)).filter(
      (mark) => mark !== room.mark,
    )
    if (marks.length > 0) history.write({ kind: 'marks', person: person.id, askedAt, marks })
  }

  async function askForMore(): Promise<Heard> {
    const operation = { op: 'events' as const, id: crypto.randomUUID(), ...who }
    const askedAt = performance.now()
    const came = await attempt(history, entrance, person, operation, {
      path: `/api/v1/rooms/events-since?roomId=${roomId}&after=${state.cursor}`,
    })
    if (came.kind === 'fail' || state.isOver) return 'over'
    if (came.kind === 'info') return 'later'
    const { events, more } = came.answer as { events: Shown[]; more: boolean }
    const before = state.cursor
    hear(events, 'answer', askedAt)
    return more && state.cursor > before ? 'on' : 'over'
  }
  const catchUp = catchingUp(askForMore)

  // What is told before the answer to an entry comes after what the answer brings.
  let early: Shown[] | undefined

  function enter(): void {
    const { connection } = state
    const told: Shown[] = []
    early = told
    const askedAt = performance.now()
    const asked = { roomId, after: state.cursor }
    socket.timeout(10_000).emit('enter', asked, (error: Error | null, entered?: Entered) => {
      if (state.isOver || early !== told) return
      early = undefined
      if (error || !entered || ('refusal' in entered && entered.refusal === 'try-again'))
        return void setTimeout(() => socket.connected && connection === state.connection && enter(), 2_000)
      if ('refusal' in entered) return lookInAgain()
      state.isIn = true
      history.write({ kind: 'entered', ...who, connection, seq: entered.seq })
      const isBehind = hear(entered.missed, 'answer', askedAt)
      if (take(told) || isBehind || entered.more) void catchUp()
    })
  }

  /** Somebody who was removed tries the door again and again: it must open only once they are let in. */
  function lookInAgain(): void {
    const { connection } = state
    setTimeout(() => socket.connected && connection === state.connection && open(), 1_000)
  }

  function open(): void {
    state.connection++
    enter()
  }

  socket.on('connect', open)
  socket.on('disconnect', () => {
    state.isIn = false
    state.cutAt = performance.now()
    if (!state.isOver) history.write({ kind: 'cut', ...who, connection: state.connection })
  })
  socket.on('removed', () => {
    state.isIn = false
    lookInAgain()
    history.write({ kind: 'removed', ...who, connection: state.connection })
  })
  socket.on('events', (batch: { roomId: string; events: Shown[] }) => {
    lookForMarks(batch, performance.now())
    if (batch.roomId !== roomId) return
    note(batch.events, 'push')
    if (early) early.push(...batch.events)
    else if (take(batch.events)) void catchUp()
  })

  return {
    person,
    room,
    entrance,
    state,
    /** Asks once, as a telephone would that polls. */
    poll: askForMore,
    lookForMarks,
    close: () => {
      state.isOver = true
      socket.disconnect()
    },
  }
}
