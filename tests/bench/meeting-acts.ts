import { ask } from './load/http.ts'
import { sharedClock } from './load/sockets.ts'
import { pause } from './processes.ts'
import type { Side } from './room.ts'
import { sentences } from './sentences.ts'
import type { Sitting } from './sitting.ts'

let sent = 0

/** Each is another person's, so that nobody says more than a person may. */
export function message(side: Side, { roomId }: Sitting): string {
  sent++
  const text = `${sentences[sent % sentences.length] ?? ''} #${sent}@${sharedClock()}`
  const body = JSON.stringify({ roomId, clientId: crypto.randomUUID(), language: 'it', text })
  return ask(side.door, { cookie: side.cookies[sent % side.cookies.length] ?? '' }, body)
}

let reacted = 0

export function reaction(side: Side, sitting: Sitting): string {
  if (side.name === 'bare') return bareAct(side, sitting, 'react')
  reacted++
  const { messageIds } = sitting
  const messageId = messageIds[Math.floor(reacted / 997) % messageIds.length]
  const cookie = sitting.readers[reacted % 997] ?? ''
  return ask('/api/v1/rooms/put-reaction', { cookie }, JSON.stringify({ messageId, kind: 'agree' }))
}

let raised = 0

/** Sixty hands go up one after the other, and then down again, whatever the chair has done with them. */
export function hand(side: Side, sitting: Sitting, raisedAt: Map<string, number>): string {
  const { seats, meetingId, roomId } = sitting
  const { seatId, cookie } = seats[raised % seats.length] ?? { seatId: '', cookie: '' }
  const goesUp = Math.floor(raised / seats.length) % 2 === 0
  raised++
  if (goesUp) raisedAt.set(seatId, sharedClock())
  if (side.name === 'bare')
    return ask('/acts', { cookie }, JSON.stringify({ roomId, seatId, kind: goesUp ? 'raise' : 'lower' }))
  return goesUp
    ? ask(
        '/api/v1/floor/raise-hand',
        { cookie },
        JSON.stringify({ meetingId, seatId, kind: 'speak', clientId: crypto.randomUUID() }),
      )
    : ask('/api/v1/floor/lower-hand', { cookie }, JSON.stringify({ meetingId, seatId }))
}

export function bareAct(side: Side, { roomId }: Sitting, kind: string): string {
  return ask('/acts', { cookie: side.cookies[0] ?? '' }, JSON.stringify({ roomId, kind }))
}

/** The chair looks at the queue and gives the floor to the first in it, again and again. */
export async function giveTurns(
  port: number,
  { meetingId, roomId, chair }: Sitting,
  { seconds, perSecond }: { seconds: number; perSecond: number },
) {
  const milliseconds: number[] = []
  let errors = 0
  let requests = 0
  const address = `http://localhost:${port}/api/v1`
  const headers = { Cookie: chair, Origin: `http://localhost:${port}`, 'Content-Type': 'application/json' }
  const until = performance.now() + seconds * 1_000
  while (performance.now() < until) {
    await pause(1_000 / perSecond)
    const shown = await fetch(`${address}/sheets/show-sheet?roomId=${roomId}&parts=floor`, { headers })
    const { answer } = (await shown.json()) as {
      answer: { parts: { floor: { turn: { id: string } | null; queue: { seatId: string }[] } } }
    }
    const { turn, queue } = answer.parts.floor
    const first = queue[0]
    if (!first) continue
    const began = performance.now()
    const given = await fetch(`${address}/floor/give-floor`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ meetingId, seatId: first.seatId, ...(turn ? { after: turn.id } : {}) }),
    })
    await given.arrayBuffer()
    requests++
    // A hand that came down between the look and the act is refused as it should be.
    if (!given.ok && given.status !== 409) errors++
    milliseconds.push(performance.now() - began)
  }
  return { requests, errors, milliseconds }
}
