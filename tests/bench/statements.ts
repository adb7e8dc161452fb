import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { atTheEnd } from './tidy.ts'

export type Counter = { url: string; take(): string[] }

/**
 * A Postgres address that passes everything on and counts the statements that go through: it needs no extension and no
 * setting of the server. `take` answers the statements since the last time.
 */
export async function countingPostgres(databaseUrl: string): Promise<Counter> {
  const target = new URL(databaseUrl)
  let seen: string[] = []
  const sockets = new Set<Socket>()
  const proxy = createServer((client) => {
    const server = connect(Number(target.port || 5432), target.hostname)
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(from)
      from.pipe(to)
      from.on('error', () => to.destroy())
      from.once('close', () => void (sockets.delete(from), to.destroy()))
    }
    client.on(
      'data',
      frontendMessages((statement) => void seen.push(statement)),
    )
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  atTheEnd(() => {
    for (const socket of sockets) socket.destroy()
    proxy.close()
  })
  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String((proxy.address() as AddressInfo).port)
  return {
    url: url.href,
    take: () => {
      const taken = seen
      seen = []
      return taken
    },
  }
}

/** Reads what a client says to Postgres: a simple query (Q), or one parsed (P), bound (B) and then executed (E). */
function frontendMessages(heard: (statement: string) => void): (bytes: Buffer) => void {
  let kept: Buffer = Buffer.alloc(0)
  let started = false
  const parsed = new Map<string, string>()
  let bound = ''
  return (bytes) => {
    kept = Buffer.concat([kept, bytes])
    for (;;) {
      // The first message has no letter.
      const letters = started ? 1 : 0
      if (kept.length < letters + 4) return
      const length = letters + kept.readUInt32BE(letters)
      if (kept.length < length) return
      const body = kept.subarray(letters + 4, length)
      const letter = started ? String.fromCharCode(kept[0] ?? 0) : ''
      if (letter === 'Q') heard(text(body, 0))
      if (letter === 'P') parsed.set(text(body, 0), text(body, body.indexOf(0) + 1))
      // The portal's name, then the statement's: one that was prepared is parsed once and bound many times.
      if (letter === 'B') bound = text(body, body.indexOf(0) + 1)
      if (letter === 'E') heard(parsed.get(bound) ?? '')
      // A client that asks for encryption first starts over after the answer.
      if (!started && body.readUInt32BE(0) !== 80877103) started = true
      kept = kept.subarray(length)
    }
  }
}

function text(bytes: Buffer, from: number): string {
  return bytes.toString('utf8', from, bytes.indexOf(0, from))
}
