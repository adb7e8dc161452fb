import { connect, createServer, type Socket } from 'node:net'

/** Passes connections on, to the first node that takes them. */
export async function entranceTo(
  urls: string[],
  first: number,
): Promise<{ url: string; cut: (isCut: boolean) => void; close: () => void }> {
  const ports = urls.map((_, index) => Number(new URL(urls[(first + index) % urls.length] ?? '').port))
  const open = new Set<Socket>()
  let isCut = false
  const server = createServer((client) => {
    if (isCut) return void client.destroy()
    open.add(client)
    client.on('error', () => client.destroy())
    client.once('close', () => open.delete(client))
    const lead = (tries: number) => {
      const port = ports[tries]
      if (port === undefined) return void client.destroy()
      const node = connect(port, '127.0.0.1')
      let isThrough = false
      node.once('connect', () => {
        isThrough = true
        client.pipe(node).pipe(client)
      })
      node.on('error', () => (isThrough ? client.destroy() : lead(tries + 1)))
      node.once('close', () => isThrough && client.destroy())
    }
    lead(0)
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const leave = () => {
    for (const socket of open) socket.destroy()
  }
  return {
    url: `http://localhost:${port}`,
    cut: (given) => {
      isCut = given
      if (isCut) leave()
    },
    close: () => {
      leave()
      server.close()
    },
  }
}
