import { connect } from 'node:net'

export type Load = {
  port: number
  connections: number
  seconds: number
  /** The n-th request, as `ask` writes it. */
  request(n: number): string
  /** Stops after so many requests, whatever the time. */
  most?: number
}

export type Outcome = {
  requests: number
  /** Answers that were not the status expected, and connections that broke. */
  errors: number
  seconds: number
  milliseconds: number[]
  statuses: Record<number, number>
}

/** An HTTP request as it goes on the wire. */
export function ask(path: string, headers: Record<string, string> = {}, body?: string): string {
  const all: Record<string, string> = { Host: 'localhost', ...headers }
  if (body !== undefined) {
    all['Content-Type'] = 'application/json'
    all['Content-Length'] = String(Buffer.byteLength(body))
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return `${body === undefined ? 'GET' : 'POST'} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body ?? ''}`
}

/**
 * So many connections, each asking again as soon as it has its answer. Plain sockets and only as much HTTP as finds
 * the end of an answer: on a small machine whatever the client spends is taken from the server.
 */
export async function press(load: Load): Promise<Outcome> {
  const outcome: Outcome = { requests: 0, errors: 0, seconds: 0, milliseconds: [], statuses: {} }
  let asked = 0
  const began = performance.now()
  const until = began + load.seconds * 1000
  const next = () => (performance.now() < until && asked < (load.most ?? Infinity) ? load.request(asked++) : undefined)
  const done = (status: number, milliseconds: number) => {
    outcome.requests++
    outcome.statuses[status] = (outcome.statuses[status] ?? 0) + 1
    if (status < 200 || status >= 300) outcome.errors++
    outcome.milliseconds.push(milliseconds)
  }
  const connections = Array.from({ length: load.connections }, () => connection(load.port, next, done))
  const broken = await Promise.all(connections)
  outcome.errors += broken.filter(Boolean).length
  outcome.seconds = (performance.now() - began) / 1000
  return outcome
}

/** Answers whether it broke before it was done. */
function connection(
  port: number,
  next: () => string | undefined,
  done: (status: number, milliseconds: number) => void,
): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    const answers = endOfAnswers((status) => {
      done(status, performance.now() - sent)
      send()
    })
    let sent = 0
    let finished = false
    const send = () => {
      const request = next()
      if (request === undefined) {
        finished = true
        socket.end()
        return
      }
      sent = performance.now()
      socket.write(request)
    }
    socket.once('connect', send)
    socket.on('data', answers)
    socket.on('error', () => {})
    socket.once('close', () => resolve(!finished))
  })
}

/** Eats the bytes of a connection and says each time a whole answer has come. */
export function endOfAnswers(ended: (status: number) => void): (bytes: Buffer) => void {
  let head: Buffer = Buffer.alloc(0)
  let status = 0
  let left = 0
  let reading: 'head' | 'body' | 'size' | 'chunk' | 'last chunk' = 'head'
  const over = () => {
    reading = 'head'
    ended(status)
  }
  return (bytes) => {
    let at = 0
    while (at < bytes.length) {
      if (reading === 'head' || reading === 'size') {
        const mark = reading === 'head' ? '\r\n\r\n' : '\r\n'
        head = head.length === 0 ? bytes.subarray(at) : Buffer.concat([head, bytes.subarray(at)])
        const end = head.indexOf(mark)
        if (end < 0) return
        const text = head.toString('latin1', 0, end)
        at = bytes.length - (head.length - end - mark.length)
        head = Buffer.alloc(0)
        if (reading === 'size') {
          // A chunk is followed by a line end of its own; the last one, of size nothing, too.
          const size = Number.parseInt(text, 16)
          left = size + 2
          reading = size === 0 ? 'last chunk' : 'chunk'
          continue
        }
        status = Number(text.slice(9, 12))
        if (/\r\ntransfer-encoding: chunked/i.test(text)) reading = 'size'
        else {
          left = Number(/\r\ncontent-length: (\d+)/i.exec(text)?.[1] ?? 0)
          reading = 'body'
          if (left === 0) over()
        }
        continue
      }
      const eaten = Math.min(left, bytes.length - at)
      at += eaten
      left -= eaten
      if (left > 0) continue
      if (reading === 'chunk') reading = 'size'
      else over()
    }
  }
}
