import { createServer, type AddressInfo, type Socket } from 'node:net'

export type FakeSmtp = {
  url: string
  /** What arrived: to whom, and the whole message as it was sent. */
  arrived: { to: string; message: string }[]
  close: () => Promise<void>
}

/** A mail server that only listens. `answerTo` may refuse an address with its own reply. */
export async function fakeSmtp(answerTo: (address: string) => string = () => '250 ok'): Promise<FakeSmtp> {
  const arrived: FakeSmtp['arrived'] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {})
    let to = ''
    let unread = ''
    let inMessage = false
    const say = (line: string) => socket.write(`${line}\r\n`)
    const hear = (line: string) => {
      if (/^(EHLO|HELO)/i.test(line)) return say('250 fake')
      if (/^RCPT TO:/i.test(line)) {
        to = /<([^>]*)>/.exec(line)?.[1] ?? ''
        return say(answerTo(to))
      }
      if (/^DATA/i.test(line)) {
        inMessage = true
        return say('354 go on')
      }
      if (/^QUIT/i.test(line)) return socket.end('221 bye\r\n')
      return say('250 ok')
    }
    say('220 fake')
    socket.on('data', (chunk) => {
      unread += chunk.toString('utf8')
      for (;;) {
        const end = inMessage ? unread.indexOf('\r\n.\r\n') : unread.indexOf('\r\n')
        if (end < 0) return
        const read = unread.slice(0, end)
        unread = unread.slice(end + (inMessage ? 5 : 2))
        if (!inMessage) hear(read)
        else {
          inMessage = false
          arrived.push({ to, message: read })
          say('250 kept')
        }
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrived,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
