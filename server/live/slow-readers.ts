import type { LiveSocket } from './wire.ts'

const mostWaiting = 262_144

/** Cuts off whoever has stopped reading: what waits for them is memory. They come back and ask for what they missed. */
export function closeSlowReaders(sockets: LiveSocket[]): void {
  for (const socket of sockets) if (bytesWaiting(socket) > mostWaiting) socket.disconnect(true)
}

function bytesWaiting({ conn }: LiveSocket): number {
  // Engine.IO says private of what waits in it, and has no other way to ask.
  const { writeBuffer } = conn as unknown as { writeBuffer: { data?: unknown }[] }
  let bytes = bufferedBy(conn.transport)
  for (const packet of writeBuffer) bytes += typeof packet.data === 'string' ? packet.data.length : 0
  return bytes
}

/** What the WebSocket itself has taken and the network has not; long polling keeps nothing of its own. */
function bufferedBy(transport: unknown): number {
  const { socket } = transport as { socket?: { bufferedAmount?: number } }
  return socket?.bufferedAmount ?? 0
}
