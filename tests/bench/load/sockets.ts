import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'

// A process of its own: many live connections, each as a browser's would be, that note when each message comes.
// Plain sockets that speak only as much of WebSocket and Socket.IO as that takes: on a small machine whatever the
// listeners spend is taken from the server.

export type Listening = {
  port: number
  path: string
  roomId: string
  /** One for each connection. */
  cookies: string[]
}
export type Order =
  | { order: 'open'; listening: Listening }
  | { order: 'count' }
  | { order: 'collect' }
  | { order: 'close' }
export type Heard = {
  connections: number
  deliveries: number
  doubled: number
  outOfOrder: number
  /** Places in the order that a connection was never told. */
  gaps: number
  /** Where each connection stands. */
  places: number[]
  /** When a seat's hand came up on a screen: one entry for each connection. */
  hands: [seatId: string, at: number][]
  /** Connections that the server cut and that came back. */
  cut: number
  milliseconds: number[]
  /** Of the last delivery. */
  lastAt: number
  cpuMilliseconds: number
}

/** Sent in the text of each message: its number in this run, and when it was sent. */
export const mark = /#(\d+)@([\d.]+)/

/** The one clock that all processes of a machine share. */
export function sharedClock(): number {
  return Number(process.hrtime.bigint() / 1000n) / 1000
}

type Message = { seq: number; n: number; sentAt: number }
type Listener = { heard: Set<number>; last: number; socket: Socket }

let listeners: Listener[] = []
let closing = false
let tally = freshTally()

function freshTally() {
  return {
    deliveries: 0,
    doubled: 0,
    outOfOrder: 0,
    gaps: 0,
    cut: 0,
    milliseconds: [] as number[],
    hands: [] as [string, number][],
    lastAt: 0,
  }
}

process.on('message', (order: Order) => {
  void obey(order).then((answer) => process.send?.(answer))
})

async function obey(order: Order): Promise<Heard | number> {
  if (order.order === 'open') {
    closing = false
    const { cookies } = order.listening
    // A few at a time: a room does not fill in one millisecond.
    for (let at = 0; at < cookies.length; at += 25)
      await Promise.all(cookies.slice(at, at + 25).map((cookie) => open(order.listening, cookie)))
  }
  if (order.order === 'close') {
    closing = true
    for (const { socket } of listeners) socket.destroy()
    listeners = []
  }
  if (order.order === 'collect') {
    const { user, system } = process.cpuUsage()
    const heard = {
      ...tally,
      connections: listeners.length,
      places: listeners.map(({ last }) => last),
      cpuMilliseconds: (user + system) / 1000,
    }
    tally = freshTally()
    for (const listener of listeners) listener.heard.clear()
    return heard
  }
  return tally.deliveries
}

function open(at: Listening, cookie: string, back?: Listener): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect({ port: at.port, host: '127.0.0.1', noDelay: true })
    const listener: Listener = back ?? { heard: new Set(), last: 0, socket }
    listener.socket = socket
    if (!back) listeners.push(listener)
    const say = (text: string) => void socket.write(frame(text))
    socket.write(
      `GET ${at.path}/?EIO=4&transport=websocket HTTP/1.1\r\nHost: localhost:${at.port}\r\nOrigin: http://localhost:${at.port}\r\n` +
        `Cookie: ${cookie}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n` +
        `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n\r\n`,
    )
    socket.on(
      'data',
      frames((bytes) => {
        // Engine.IO: 0 open, 2 ping; Socket.IO inside its 4: 0 connected, 2 an event, 3 the answer to ours.
        const kind = String.fromCharCode(bytes[0] ?? 0, bytes[1] ?? 0)
        if (kind[0] === '0') say('40')
        else if (kind[0] === '2') say('3')
        else if (kind === '40')
          say(`420${JSON.stringify(['enter', { roomId: at.roomId, ...(back ? { after: back.last } : {}) }])}`)
        else if (kind === '43') {
          entered(listener, bytes)
          resolve()
        } else if (kind === '42') {
          const { messages, raised } = packetIn(bytes)
          for (const message of messages) hear(listener, message)
          if (raised.length > 0) {
            const at = sharedClock()
            for (const seatId of raised) tally.hands.push([seatId, at])
          }
        }
      }),
    )
    socket.on('error', () => {})
    socket.once('close', () => {
      if (closing) return
      tally.cut++
      setTimeout(() => void open(at, cookie, listener), 100)
    })
  })
}

/** Where the room stood when we came in, and what we had missed. */
function entered(listener: Listener, bytes: Buffer): void {
  const [answer] = JSON.parse(bytes.toString('utf8', bytes.indexOf('['))) as [
    { seq?: number; missed?: unknown[]; refusal?: string },
  ]
  if (answer.seq === undefined) throw new Error(`A room was not entered: ${answer.refusal}`)
  for (const message of messagesOf({ events: answer.missed ?? [] })) hear(listener, message)
  listener.last = Math.max(listener.last, answer.seq)
}

function hear(listener: Listener, { seq, n, sentAt }: Message): void {
  if (n >= 0) {
    tally.lastAt = sharedClock()
    tally.deliveries++
    tally.milliseconds.push(tally.lastAt - sentAt)
    if (listener.heard.has(n)) tally.doubled++
    listener.heard.add(n)
  }
  if (seq <= listener.last) tally.outOfOrder++
  if (seq > listener.last + 1) tally.gaps += seq - listener.last - 1
  listener.last = Math.max(listener.last, seq)
}

type Packet = { messages: Message[]; raised: string[] }
type Said = { events?: unknown[]; sheet?: { parts: { floor?: { queue: { seatId: string }[] } | null } } }

let lastBytes: Buffer = Buffer.alloc(0)
let lastPacket: Packet = { messages: [], raised: [] }
let queue = new Set<string>()

/** Everybody gets the same bytes: they are read once. */
function packetIn(bytes: Buffer): Packet {
  if (lastBytes.equals(bytes)) return lastPacket
  lastBytes = Buffer.from(bytes)
  const [word, said] = JSON.parse(bytes.toString('utf8', 2)) as [string, Said]
  lastPacket =
    word === 'events' ? { messages: messagesOf(said), raised: raisedIn(said) } : { messages: [], raised: [] }
  return lastPacket
}

/** Whose hands were not up in the sheet before. */
function raisedIn({ sheet }: Said): string[] {
  const floor = sheet?.parts.floor
  if (!floor) return []
  const before = queue
  queue = new Set(floor.queue.map(({ seatId }) => seatId))
  return [...queue].filter((seatId) => !before.has(seatId))
}

function messagesOf(said: { events?: unknown[] }): Message[] {
  return (said.events ?? []).map((event) => {
    const { seq, message } = event as { seq: number; message: { text: string | null } | null }
    const [, n, sentAt] = mark.exec(message?.text ?? '') ?? []
    return { seq, n: n === undefined ? -1 : Number(n), sentAt: Number(sentAt) }
  })
}

/** A text as a WebSocket frame from a client, masked with nothing. */
function frame(text: string): Buffer {
  const body = Buffer.from(text)
  const head =
    body.length < 126 ? [0x81, 0x80 | body.length] : [0x81, 0xfe, body.length >> 8, body.length & 255]
  return Buffer.concat([Buffer.from([...head, 0, 0, 0, 0]), body])
}

/** Eats the bytes of a connection and hands on each whole frame, after the answer to the upgrade. */
function frames(said: (bytes: Buffer) => void): (bytes: Buffer) => void {
  let kept: Buffer = Buffer.alloc(0)
  let upgraded = false
  return (bytes) => {
    kept = kept.length === 0 ? bytes : Buffer.concat([kept, bytes])
    if (!upgraded) {
      const end = kept.indexOf('\r\n\r\n')
      if (end < 0) return
      if (kept.toString('latin1', 9, 12) !== '101') throw new Error(kept.toString('latin1', 0, end))
      upgraded = true
      kept = kept.subarray(end + 4)
    }
    while (kept.length >= 2) {
      const short = (kept[1] ?? 0) & 127
      const from = short < 126 ? 2 : short === 126 ? 4 : 10
      if (kept.length < from) return
      const length =
        short < 126 ? short : short === 126 ? kept.readUInt16BE(2) : Number(kept.readBigUInt64BE(2))
      if (kept.length < from + length) return
      said(kept.subarray(from, from + length))
      kept = kept.subarray(from + length)
    }
  }
}
