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
  const next = () =>
    performance.now() < until && asked < (load.most ?? Infinity) ? load.request(asked++) : undefined
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
async function connection(
  port: number,
  next: () => string | undefined,
  done: (status: number, milliseconds: number) => void,
): Promise<boolean> {
  const wire = openWire(port)
  for (let request = next(); request !== undefined; request = next()) {
    const sent = performance.now()
    const status = await wire.send(request)
    if (status === undefined) return true
    done(status, performance.now() - sent)
  }
  wire.end()
  return false
}

export type Wire = {
  /** Answers the status, or nothing when the connection broke. One request at a time. */
  send(request: string): Promise<number | undefined>
  end(): void
}

/** A connection that is kept open from one request to the next. */
export function openWire(port: number): Wire {
  let answered: ((status: number | undefined) => void) | undefined
  let broken = false
  const answer = (status: number | undefined) => {
    const answering = answered
    answered = undefined
    answering?.(status)
  }
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  socket.on('data', endOfAnswers(answer))
  socket.on('error', () => {})
  socket.once('close', () => {
    broken = true
    answer(undefined)
  })
  return {
    send: (request) =>
      new Promise((resolve) => {
        if (broken) return resolve(undefined)
        answered = resolve
        socket.write(request)
      }),
    end: () => void socket.end(),
  }
}

/** Asks at an even pace whether or not the answers have come, as many people would who do not know of each other. */
export async function pace(load: {
  port: number
  perSecond: number
  seconds: number
  request(n: number): string
}): Promise<{ requests: number; errors: number; milliseconds: number[] }> {
  const milliseconds: number[] = []
  const idle: { wire: Wire; since: number }[] = []
  const asked: Promise<boolean>[] = []
  const began = performance.now()
  const count = Math.round(load.perSecond * load.seconds)
  const one = async (n: number): Promise<boolean> => {
    const wire = fresh(idle) ?? openWire(load.port)
    const request = load.request(n)
    const sent = performance.now()
    const status = await wire.send(request)
    if (status === undefined) return false
    milliseconds.push(performance.now() - sent)
    idle.push({ wire, since: performance.now() })
    return status >= 200 && status < 300
  }
  for (let n = 0; n < count; n++) {
    const wait = began + (n * 1000) / load.perSecond - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    asked.push(one(n))
  }
  const fine = await Promise.all(asked)
  for (const { wire } of idle) wire.end()
  return { requests: count, errors: fine.filter((it) => !it).length, milliseconds }
}

/** A server closes what has been idle for five seconds, and what is sent in that moment is lost on its way: no refusal of its own. */
function fresh(idle: { wire: Wire; since: number }[]): Wire | undefined {
  const last = idle.pop()
  if (!last || performance.now() - last.since < 4_000) return last?.wire
  for (const { wire } of [last, ...idle.splice(0)]) wire.end()
  return undefined
}

/** Eats the bytes of a connection and says each time a whole answer has come. */
function endOfAnswers(ended: (status: number) => void): (bytes: Buffer) => void {
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
